/** A plan as a file: every visit a line, in the reader's language, and no cell that a spreadsheet would run. */
import { describe, expect, it } from 'vitest'
import type { BatchState } from '../../shared/api/batches.ts'
import { csvCell, planCsv } from './plan-csv.ts'

const [A, B] = ['0190a000-0000-7000-8000-00000000000a', '0190a000-0000-7000-8000-00000000000b']
const ANNA = { id: '0190a000-0000-7000-8000-000000000001', name: 'Anna Aa' }

const visit = (id: string, name: string): BatchState['visits'][number] => ({
  id,
  version: 1,
  stood: { date: '2026-12-01', startTime: '09:00', caregivers: [{ ...ANNA, name: 'Ineke Ziek' }] },
  client: { id: null, name, number: 104_882 },
  now: null,
})
const state: Pick<BatchState, 'plan' | 'visits' | 'accepted'> = {
  visits: [visit(A, '=Jansen; "P."'), visit(B, 'Mevr. Bos')],
  accepted: null,
  plan: {
    planning: 1,
    from: '2026-12-01',
    to: '2026-12-20',
    proven: true,
    cutShort: false,
    score: 12,
    cost: 12,
    lower: 12,
    moves: [
      {
        visitId: A,
        visitVersion: 1,
        proposal: {
          spots: [{ caregiverId: ANNA.id, caregiver: ANNA.name, date: '2026-12-02', startTime: '10:15' }],
          score: 12,
          parts: [{ rule: 'travel', minutes: 12, figures: {} }],
          warnings: [],
        },
      },
    ],
    unplaced: [{ visitId: B, stoppedBy: [{ rule: 'not-available', count: 61 }] }],
  },
}

describe('the file of a plan', () => {
  it('has a line for each visit, placed or not, and starts as Excel wants it', () => {
    const file = planCsv(state, 'nl')
    expect(file.startsWith('\uFEFFCliënt;Cliëntnummer;')).toBe(true)
    const [, first, second] = file.split('\r\n')
    expect(first).toContain('2026-12-01;09:00;Ineke Ziek;2026-12-02;10:15;Anna Aa;12;12 reistijd;;plek gevonden')
    expect(second).toContain('geen plek gevonden: werkt dan niet (61×)')
    expect(planCsv(state, 'en')).toContain('place found')
    expect(planCsv({ ...state, plan: null }, 'nl')).toBe('')
  })

  it('says what was carried out and what was left out', () => {
    const accepted = { at: '2026-12-01T08:00:00.000Z', by: 'Rik', leftOut: [A], notReached: [] }
    expect(planCsv({ ...state, accepted }, 'nl')).toContain('weggelaten')
  })

  it('quotes what would break a line, and disarms what would be a formula', () => {
    expect(csvCell('=Jansen; "P."')).toBe(`"'=Jansen; ""P."""`)
    expect(csvCell('@x')).toBe("'@x")
    expect(csvCell(-3)).toBe('-3')
    expect(csvCell('Bos')).toBe('Bos')
  })
})
