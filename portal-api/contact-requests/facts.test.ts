import { describe, expect, it } from 'vitest'
import { toInstant } from '../../shared/domain/local-time.ts'
import { type Asked, contactShape, excerptOf } from './facts.ts'

const rules = { answerWithinWorkingDays: 2, holidays: { closed: [], open: [] } }
const asked = (more: Partial<Asked> = {}): Asked => ({
  kind: 'contact-request',
  subject: 'portal',
  message: 'Hoe wijzig ik mijn\ncontactgegevens?',
  submittedAt: toInstant('2026-11-23', '09:00'),
  changedAt: null,
  ...more,
})

describe('contactShape', () => {
  it('is due at the end of the last working day for an answer', () => {
    const shape = contactShape(asked(), rules)
    expect(shape.dueAt).toEqual(toInstant('2026-11-25', '17:00'))
    expect(shape.facets).toEqual([])
    expect(shape.facts).toEqual({
      queue: 'contact-requests',
      kind: 'contact-request',
      subject: 'portal',
      excerpt: 'Hoe wijzig ik mijn contactgegevens?',
    })
  })

  it('does not count a weekend, a holiday, or a day this provider is closed', () => {
    expect(contactShape(asked({ submittedAt: toInstant('2026-11-21', '09:00') }), rules).dueAt).toEqual(
      toInstant('2026-11-24', '17:00'),
    )
    expect(contactShape(asked({ submittedAt: toInstant('2026-04-02', '18:00') }), rules).dueAt).toEqual(
      toInstant('2026-04-08', '17:00'),
    )
    const closed = { ...rules, holidays: { closed: ['2026-11-24'], open: [] } }
    expect(contactShape(asked(), closed).dueAt).toEqual(toInstant('2026-11-26', '17:00'))
  })

  it('does not move its due when the question is changed', () => {
    const shape = contactShape(asked({ changedAt: toInstant('2026-11-25', '09:00') }), rules)
    expect(shape.dueAt).toEqual(toInstant('2026-11-25', '17:00'))
    expect(shape.facets).toEqual(['changed'])
  })

  it('marks the kinds that are no plain question', () => {
    expect(contactShape(asked({ kind: 'message' }), rules).facets).toEqual(['message'])
    expect(contactShape(asked({ kind: 'care-signal' }), rules).facets).toEqual(['care-signal'])
    expect(contactShape(asked({ kind: 'project-question' }), rules).facets).toEqual(['project'])
  })
})

describe('excerptOf', () => {
  it('keeps a short text and cuts a long one between characters', () => {
    expect(excerptOf('  kort \n bericht ')).toBe('kort bericht')
    expect(excerptOf('a'.repeat(160))).toBe('a'.repeat(160))
    expect(excerptOf(`${'a'.repeat(159)} b`)).toBe(`${'a'.repeat(159)}…`)
    const faces = excerptOf('🙂'.repeat(200))
    expect([...faces]).toHaveLength(161)
    expect(faces).not.toMatch(/\p{Surrogate}/u)
  })
})
