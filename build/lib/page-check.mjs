/** Whether the workstation's page is really served: its one-time address, the cookie it gives, and the page behind it. */

const WITHIN = 10_000

/**
 * @param {string} url the address with the one-time token, which this uses up
 * @returns {Promise<string | null>} what is wrong, or null
 */
export async function pageProblem(url) {
  let target = url
  let cookie = ''
  for (let hop = 0; hop < 4; hop += 1) {
    const response = await fetch(target, {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
      signal: AbortSignal.timeout(WITHIN),
    })
    const set = response.headers.getSetCookie().map((line) => line.split(';')[0])
    if (set.length > 0) cookie = set.join('; ')
    const next = response.headers.get('location')
    const body = await response.text()
    if (response.status >= 300 && response.status < 400 && next) {
      target = new URL(next, target).href
      continue
    }
    if (response.status !== 200) return `the workstation's page answers with status ${response.status}`
    const script = /<script[^>]+src="([^"]+)"/.exec(body)?.[1]
    if (!script) return "the workstation's page has no program in it"
    const program = await fetch(new URL(script, target), { headers: { cookie }, signal: AbortSignal.timeout(WITHIN) })
    await program.body?.cancel()
    return program.status === 200 ? null : `the workstation's program answers with status ${program.status}`
  }
  return "the workstation's page sends the browser in circles"
}
