// Keeps the outbox fresh: seconds count down, and the live part is fetched again every few seconds.
const EVERY_MS = 3000
const live = document.getElementById('live')

function countDown() {
  for (const cell of live.querySelectorAll('[data-left]')) {
    const left = Math.max(0, Number(cell.dataset.left) - 1)
    cell.dataset.left = String(left)
    cell.textContent = `${left} s`
  }
}

/** Somebody who selects a code or stands in the list with the keyboard is not disturbed. */
function inUse() {
  const selection = document.getSelection()
  const selects = selection !== null && !selection.isCollapsed && live.contains(selection.anchorNode)
  return selects || live.contains(document.activeElement)
}

async function refresh() {
  if (document.hidden || inUse()) return
  const answer = await fetch(`/demo/outbox/live${location.search}`, { headers: { accept: 'text/html' } })
  if (!answer.ok || inUse()) return
  const scrolled = window.scrollY
  // The server escapes every value; the fragment is its own page's.
  live.innerHTML = await answer.text()
  window.scrollTo(0, scrolled)
}

setInterval(countDown, 1000)
setInterval(() => refresh().catch(() => undefined), EVERY_MS)
