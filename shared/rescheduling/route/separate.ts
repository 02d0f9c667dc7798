/** Rows that a solution of the master breaks, as far as they are not in it yet. */
import type { RouteProblem, Sync } from '../route-problem.ts'
import { type Column, type ColumnMaker, couplingKey } from './columns.ts'
import type { Master, MasterAnswer } from './master.ts'
import { effectRow, type MasterRow, shareRow, startRow, twinRow } from './master-rows.ts'
import type { Visit } from './visits.ts'

/** Broken by more than this. */
const EDGE = 1e-6

/** More minutes than anything is late: what lets go of the lateness of a task that is left out. */
const LATER_THAN_ALL = 1e5

/** A column and how much of it is chosen. */
type Share = readonly [column: Column, value: number]

export function makeSeparator(problem: RouteProblem, visits: readonly Visit[], maker: ColumnMaker, master: Master) {
  const taskAt = new Map(problem.tasks.map((task, index) => [task.id, index]))
  const syncs = problem.timing.kind === 'fixed' ? problem.syncs : []
  const tied = syncs.flatMap((sync) => {
    const [first, second] = [taskAt.get(sync.first), taskAt.get(sync.second)]
    return first === undefined || second === undefined ? [] : [{ sync, first, second }]
  })

  const linear = linearCouplings(problem)
  const linearKeys = new Set(linear.map((one) => one.key))

  return (answer: MasterAnswer): MasterRow[] => {
    const shares: Share[] = []
    for (const [index, column] of master.columns.entries()) {
      const value = answer.columns[index] ?? 0
      if (value > 1e-9) shares.push([column, value])
    }
    const visitOfKey = (key: number) => {
      const visit = master.visitOfKey(key)
      return visit === null ? null : { visit, most: LATER_THAN_ALL }
    }
    const rows = [...brokenEffects(maker, shares, answer, visitOfKey, linearKeys), ...brokenShares(linear, shares, answer)]
    for (const visit of visits) if (visit.tasks.length > 1) rows.push(...brokenTwins(problem, visit, taskAt, shares))
    for (const { sync, first, second } of tied) {
      const apart = master.visitOfTask(first) !== master.visitOfTask(second)
      rows.push(...brokenStarts(sync, first, second, shares, apart ? (task) => master.visitOfTask(task) : null))
    }
    return rows
  }
}

/** A line raises a quantity further than its variable stands. */
function brokenEffects(
  maker: ColumnMaker,
  shares: readonly Share[],
  answer: MasterAnswer,
  visitOfKey: (key: number) => { readonly visit: number; readonly most: number } | null,
  linearKeys: ReadonlySet<number>,
): MasterRow[] {
  const own = new Map<number, number>()
  const raised = new Map<number, Map<number, number>>()
  for (const [column, value] of shares) {
    for (const [key, growth] of column.own) own.set(key, (own.get(key) ?? 0) + value * growth)
    for (const [key, growth] of column.effects) {
      if (!maker.quantities.has(key) || linearKeys.has(key)) continue
      const byLine = raised.get(key) ?? new Map<number, number>()
      byLine.set(column.line, (byLine.get(column.line) ?? 0) + value * growth)
      raised.set(key, byLine)
    }
  }
  const rows: MasterRow[] = []
  for (const [key, byLine] of raised) {
    const stands = (answer.quantities.get(key) ?? 0) + (own.get(key) ?? 0)
    for (const [line, growth] of byLine) if (growth > stands + EDGE) rows.push(effectRow(key, line, visitOfKey(key)))
  }
  return rows
}

interface LinearCoupling {
  readonly key: number
  readonly lines: ReadonlySet<number>
  readonly free: number
  share(task: number): number
}

function linearCouplings({ couplings, lines, tasks }: RouteProblem): readonly LinearCoupling[] {
  const lineAt = new Map(lines.map((line, index) => [line.id, index]))
  return couplings.flatMap(({ linear, lines: own }, index) => {
    if (linear === undefined) return []
    const shares = tasks.map((task) => linear.share(task))
    const share = (task: number) => shares[task] ?? 0
    return [{ key: couplingKey(index), lines: new Set(own.map((id) => lineAt.get(id) ?? -1)), free: linear.free, share }]
  })
}

/** The shares of what is chosen come to more than the variable says. */
function brokenShares(linear: readonly LinearCoupling[], shares: readonly Share[], answer: MasterAnswer): MasterRow[] {
  const byLine = new Map<number, Share[]>()
  for (const one of shares) byLine.set(one[0].line, [...(byLine.get(one[0].line) ?? []), one])
  return linear.flatMap(({ key, lines, free, share }) => {
    let sum = -free
    for (const [line, columns] of byLine) {
      if (!lines.has(line)) continue
      for (const [column, value] of columns) for (const { task } of column.seats) sum += value * share(task)
    }
    return sum > (answer.quantities.get(key) ?? 0) + EDGE ? [shareRow(key, lines, share, free)] : []
  })
}

/** One caregiver has more than one task of a visit. */
function brokenTwins(
  problem: RouteProblem,
  visit: Visit,
  taskAt: ReadonlyMap<string, number>,
  shares: readonly Share[],
): MasterRow[] {
  const tasks = new Set(visit.tasks.map((task) => taskAt.get(task.id) ?? -1))
  const caregiverOf = (line: number) => problem.lines[line]?.caregiver ?? ''
  const has = new Map<string, number>()
  for (const [column, value] of shares) {
    const count = column.seats.filter((seat) => tasks.has(seat.task)).length
    if (count > 0) has.set(caregiverOf(column.line), (has.get(caregiverOf(column.line)) ?? 0) + count * value)
  }
  return [...has].filter(([, sum]) => sum > 1 + EDGE).map(([caregiver]) => twinRow(visit.index, tasks, caregiver, caregiverOf))
}

/** The starts of two synchronised tasks do not go together. */
function brokenStarts(
  sync: Sync,
  first: number,
  second: number,
  shares: readonly Share[],
  visitOf: ((task: number) => number) | null,
): MasterRow[] {
  const starts = (task: number) =>
    shares.flatMap(([column, value]) =>
      column.seats.filter((seat) => seat.task === task).map((seat) => [seat.start, value] as const),
    )
  const [ones, twos] = [starts(first), starts(second)]
  const from = (list: readonly (readonly [number, number])[], at: number) =>
    list.reduce((sum, [start, value]) => (start >= at - 1e-6 ? sum + value : sum), 0)
  const rows: MasterRow[] = []
  const worst = (
    one: number,
    list: readonly (readonly [number, number])[],
    other: number,
    others: readonly (readonly [number, number])[],
    shift: number,
  ) => {
    let [most, at] = [EDGE, Number.NaN]
    for (const [start] of list) {
      const excess = from(list, start) - from(others, start + shift)
      if (excess > most) [most, at] = [excess, start]
    }
    if (!Number.isNaN(at)) rows.push(startRow(one, at, other, at + shift, visitOf === null ? null : visitOf(other)))
  }
  worst(first, ones, second, twos, sync.min)
  worst(second, twos, first, ones, -sync.max)
  return rows
}
