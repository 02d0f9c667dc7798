// The secret of a recovery link stands behind the # and so never reaches a server by itself: it is put into the form.
const field = document.getElementById('link')
if (location.hash.length > 1 && field.value === '') {
  field.value = decodeURIComponent(location.hash.slice(1))
  history.replaceState(null, '', location.pathname + location.search)
}
