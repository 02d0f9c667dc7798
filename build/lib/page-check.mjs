/** Whether the workstation's page is really served: its one-time address, the cookie it gives, and the programs of the page behind it. */

const WITHIN = 10_000
const MOST_HOPS = 4

/**
 * @param {string} url the address with the one-time token, which this uses up
 * @returns {Promise<string | null>} what is wrong, or null
 */
export async function pageProblem(url) {
  let target = url
  let cookie = ''
  const get = (/** @type {string | URL} */ address) =>
    fetch(address, { redirect: 'manual', headers: cookie ? { cookie } : {}, signal: AbortSignal.timeout(WITHIN) })
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    const response = await get(target)
    const given = response.headers.getSetCookie().map((line) => line.split(';')[0])
    if (given.length > 0) cookie = given.join('; ')
    const body = await response.text()
    const next = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && next) {
      target = new URL(next, target).href
      continue
    }
    if (response.status !== 200) return `the workstation's page answers with status ${response.status}`
    const programs = [...body.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) => new URL(match[1] ?? '', target))
    if (programs.length === 0) return "the workstation's page has no program in it"
    for (const program of programs) {
      const { status } = await get(program)
      if (status !== 200) return `${program.pathname} of the workstation's page answers with status ${status}`
    }
    return null
  }
  return "the workstation's page sends the browser in circles"
}
