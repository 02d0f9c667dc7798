import { expect, it } from 'vitest'
import { playwrightCounts, readReport, verdict, vitestCounts } from './counts.mjs'

it('reads the figures of both runners', () => {
  expect(vitestCounts({ numPassedTests: 12, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })).toEqual({
    passed: 12,
    failed: 1,
    skipped: 3,
  })
  expect(playwrightCounts({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual({
    passed: 5,
    failed: 2,
    skipped: 2,
  })
})

it('lets no runner pass that ran nothing, or that fell over outside its tests', () => {
  expect(verdict({ passed: 0, failed: 0, skipped: 3 }, 0)).toMatchObject({ failed: 1, remark: 'no test was run' })
  expect(verdict({ passed: 7, failed: 0, skipped: 0 }, 1)).toMatchObject({ passed: 7, failed: 1 })
  expect(verdict({ passed: 7, failed: 0, skipped: 0 }, null)).toMatchObject({ passed: 7, failed: 1 })
})

it('leaves the figures of a runner alone that did its work', () => {
  expect(verdict({ passed: 7, failed: 0, skipped: 1 }, 0)).toEqual({ passed: 7, failed: 0, skipped: 1, remark: null })
  expect(verdict({ passed: 7, failed: 2, skipped: 1 }, 1)).toEqual({ passed: 7, failed: 2, skipped: 1, remark: null })
})

it('takes a missing report for one without tests', () => {
  expect(vitestCounts(readReport('/nowhere/report.json'))).toEqual({ passed: 0, failed: 0, skipped: 0 })
})
