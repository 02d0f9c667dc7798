/** The flags of the commands. An unknown flag is refused: a typing mistake must not start something else than was meant. */

/**
 * @typedef {{ ok: true, check: boolean, open: boolean } | { ok: false, complaint: string }} StartFlags
 */

export const START_USAGE = `npm start [-- --check] [--no-open]
  --check     start everything, wait until everything answers, print one JSON line last and stop
  --no-open   do not open a window`

/**
 * @param {readonly string[]} args
 * @returns {StartFlags}
 */
export function parseStartFlags(args) {
  const flags = { check: false, open: true }
  for (const arg of args) {
    if (arg === '--check') flags.check = true
    else if (arg === '--no-open') flags.open = false
    else return { ok: false, complaint: `Unknown flag: ${arg}\n${START_USAGE}` }
  }
  return { ok: true, ...flags }
}

/**
 * `test.mjs [stage ...] [-- arguments for the runner]`
 * @template {string} Stage
 * @param {readonly string[]} args
 * @param {readonly Stage[]} known
 * @returns {{ ok: true, stages: readonly Stage[], rest: string[] } | { ok: false, complaint: string }}
 */
export function parseTestFlags(args, known) {
  const isStage = (/** @type {string} */ name) => known.some((stage) => stage === name)
  const split = args.indexOf('--')
  const names = split < 0 ? [...args] : args.slice(0, split)
  const rest = split < 0 ? [] : args.slice(split + 1)
  const firstOther = names.findIndex((name) => !isStage(name))
  // npm swallows the first `--`: what follows the stages belongs to the runner.
  if (firstOther === 0) return { ok: false, complaint: `Unknown stage: ${names[0]}. Stages: ${known.join(', ')}` }
  const chosen = firstOther < 0 ? names : names.slice(0, firstOther)
  const forRunner = firstOther < 0 ? rest : [...names.slice(firstOther), ...rest]
  return { ok: true, stages: chosen.length === 0 ? known : known.filter((stage) => chosen.includes(stage)), rest: forRunner }
}
