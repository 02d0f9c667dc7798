/** What the engine tells while it searches, as whoever waits for it hears it. */
import { describe, expect, it } from 'vitest'
import { LEFT_OUT } from '../../shared/rescheduling/problem-of.ts'
import { batchNews, soFarOf } from './batch-news.ts'

describe('how good the best plan so far is', () => {
  it('is its score, and its bound once one is known', () => {
    expect(soFarOf({ upper: 346.4, lower: 0 })).toEqual({ score: 346, lower: null, unplaced: 0 })
    expect(soFarOf({ upper: 346.4, lower: 300.8 })).toEqual({ score: 346, lower: 300, unplaced: 0 })
    expect(soFarOf({ upper: Number.POSITIVE_INFINITY, lower: 0 })).toBeNull()
  })

  it('counts visits without a place apart from the score, and takes no bound on other numbers of them for one', () => {
    expect(soFarOf({ upper: 2 * LEFT_OUT + 41, lower: 2 * LEFT_OUT + 30 })).toEqual({ score: 41, lower: 30, unplaced: 2 })
    expect(soFarOf({ upper: 2 * LEFT_OUT + 41, lower: LEFT_OUT + 90 })).toEqual({ score: 41, lower: null, unplaced: 2 })
  })
})

describe('the news of a batch', () => {
  it('is told at once when the phase changes, else at a measured pace, and never twice', () => {
    const news = batchNews()
    expect(news.fresh(0)).toBe(true)
    expect(news.fresh(5_000)).toBe(false)
    news.onRead()
    expect(news.phase).toBe('placing')
    expect(news.fresh(5_010)).toBe(true)
    news.onProgress({ stage: 'start', upper: 50, lower: 0 })
    expect(news.fresh(5_020)).toBe(true)
    news.onProgress({ stage: 'search', upper: 45, lower: 0 })
    expect(news.fresh(5_030)).toBe(false)
    expect(news.fresh(6_000)).toBe(true)
    news.onProgress({ stage: 'columns', upper: 45, lower: 40 })
    expect(news.phase).toBe('proving')
    expect(news.fresh(6_010)).toBe(true)
    expect(news.fresh(9_000)).toBe(false)
  })
})
