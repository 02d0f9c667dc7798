/** How many tests passed and failed, as the runners say it in their JSON reports. */
import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {{ numPassedTests?: number, numFailedTests?: number, numPendingTests?: number, numTodoTests?: number }} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  return {
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  }
}

/**
 * @param {{ stats?: { expected?: number, unexpected?: number, flaky?: number, skipped?: number } }} report
 * @returns {Counts} a test that passed only on its second try counts as failed
 */
export function playwrightCounts({ stats = {} }) {
  return { passed: stats.expected ?? 0, failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0), skipped: stats.skipped ?? 0 }
}

/**
 * The verdict on one stage. A runner that fails without a failing test (a file that does not load, a server that does not start) is a
 * failure, and so is one that found no test at all.
 * @param {Counts} counts
 * @param {number | null} exitCode
 * @returns {Counts & { remark: string | null }}
 */
export function verdict(counts, exitCode) {
  if (exitCode !== 0 && counts.failed === 0) return { ...counts, failed: 1, remark: 'ended with an error outside the tests' }
  if (exitCode === 0 && counts.passed === 0) return { ...counts, failed: counts.failed + 1, remark: 'no test was run' }
  return { ...counts, remark: null }
}

/**
 * @param {string} file
 * @returns {any} an empty report when there is none
 */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
