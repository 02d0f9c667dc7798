/** One visit of a simulated client to their portal: log in, do one thing, log out. Through the public API only. */

import type { OutputOf } from '../../../shared/api/route.ts'
import type { LoginStep } from '../../../shared/api/session.ts'
import type { Api, RouteName } from '../../../shared/api/table.ts'
import type { AbsenceFields } from '../../../shared/domain/absences.ts'
import { addDays, toLocal } from '../../../shared/domain/local-time.ts'
import { DEMO_PASSWORD } from '../accounts.ts'
import { callPortal, type PortalAnswer, type PortalCall } from '../portal-client.ts'
import type { Chance } from '../seed/chance.ts'
import { CARE_QUESTIONS, HOME_HELP_QUESTIONS, PROJECT_QUESTIONS } from '../seed/questions.ts'
import type { SimulatedPerson } from './people.ts'
import type { Statistics } from './statistics.ts'

export interface VisitGround {
  readonly url: string
  readonly statistics: Statistics
  readonly chance: Chance
  readonly now: () => Date
  /** Waits; ends early when everything stops. */
  readonly wait: (milliseconds: number) => Promise<void>
}

/** A visit that ended early; the reason was counted. */
class Over extends Error {}

const PAUSE_AT_MOST_SECONDS = 10
/** No portal lets a code be sent again later than this; an older text is of an earlier visit. */
const RESEND_AT_MOST_MS = 60_000

const filled = (text: string) => text.replaceAll('{helper}', 'mijn hulp').replaceAll('{day}', 'woensdag')

class Visit {
  readonly #ground: VisitGround
  readonly #person: SimulatedPerson
  #token: string | undefined
  #refreshToken = ''

  constructor(ground: VisitGround, person: SimulatedPerson) {
    this.#ground = ground
    this.#person = person
  }

  async #answer<N extends RouteName>(name: N, call: PortalCall<N>): Promise<PortalAnswer<OutputOf<Api[N]>>> {
    const began = performance.now()
    const { url, statistics } = this.#ground
    const answer = await callPortal({ url, language: 'nl', address: this.#person.address, token: this.#token }, name, call)
    statistics.took(performance.now() - began)
    return answer
  }

  async #must<N extends RouteName>(name: N, call: PortalCall<N>): Promise<OutputOf<Api[N]>> {
    const answer = await this.#answer(name, call)
    if (answer.ok) return answer.value
    this.#ground.statistics.wasRefused(answer.problem.code)
    throw new Over()
  }

  /** Types a password; waits once when the portal asks to. Null when it was wrong. */
  async #type(password: string): Promise<LoginStep | null> {
    const { statistics, wait } = this.#ground
    const { provider, userName, organisation } = this.#person
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const answer = await this.#answer('session.login', {
        params: { provider },
        body: { userName, password, ...(organisation === null ? {} : { organisation }), deviceLabel: 'Demo' },
      })
      if (answer.ok) return answer.value
      const { code, params } = answer.problem
      if (code === 'credentials-wrong') return null
      if (code === 'account-blocked') {
        statistics.did('blocked')
        throw new Over()
      }
      const seconds = Number(params['seconds'] ?? 0)
      if (code !== 'too-many-attempts' || attempt > 0 || seconds > PAUSE_AT_MOST_SECONDS) {
        statistics.wasRefused(code)
        throw new Over()
      }
      await wait(seconds * 1000 + 100)
    }
    throw new Over()
  }

  async #mistype(times: number): Promise<void> {
    for (let count = 0; count < times; count += 1) {
      const step = await this.#type(`${DEMO_PASSWORD.slice(0, -1)}${count}`)
      if (step !== null) throw new Error('A wrong password was taken for the right one.')
      this.#ground.statistics.did('password-mistyped')
    }
  }

  /** The code from the newest text to this person, as the demo's outbox shows it. */
  async #code(since: string): Promise<string> {
    const { provider, mobile } = this.#person
    const query = new URLSearchParams({ provider, to: mobile })
    const response = await fetch(`${this.#ground.url}/demo/outbox.json?${query}`, { signal: AbortSignal.timeout(10_000) })
    const outbox = (await response.json()) as { messages: { template: string; body: string; createdAt: string }[] }
    const text = outbox.messages.find((message) => message.template === 'session.device-code' && message.createdAt >= since)
    const code = /\b\d{6}\b/.exec(text?.body ?? '')?.[0]
    if (!code) throw new Error('The code did not arrive in the outbox.')
    return code
  }

  async logIn(mistakes: number): Promise<void> {
    const { statistics } = this.#ground
    await this.#mistype(mistakes)
    let step = await this.#type(DEMO_PASSWORD)
    if (step === null) {
      // Somebody chose another password in the meantime: that is theirs to know.
      statistics.wasRefused('credentials-wrong')
      throw new Over()
    }
    if (step.step === 'verify-device') {
      const sentAfter = new Date(Date.parse(step.resendAt) - RESEND_AT_MOST_MS).toISOString()
      const code = await this.#code(sentAfter)
      step = await this.#must('session.verify-device', {
        params: { provider: this.#person.provider },
        body: { ticket: step.ticket, code },
      })
      statistics.did('device-verified')
    }
    if (step.step !== 'signed-in') {
      statistics.wasRefused(step.step)
      throw new Over()
    }
    this.#token = step.tokens.accessToken
    this.#refreshToken = step.tokens.refreshToken
    statistics.did('logged-in')
  }

  async logOut(): Promise<void> {
    await this.#must('session.logout', { body: { refreshToken: this.#refreshToken } })
  }

  #notice(): AbsenceFields {
    const { chance, now } = this.#ground
    const startDate = addDays(toLocal(now()).date, chance.int(1, 24))
    const type = chance.pick(['holiday', 'holiday', 'holiday', 'admission', 'other-residence', 'health-risk'] as const)
    const whole = { type, startDate, wholeDay: true, startTime: null, endTime: null, endDateKnown: true, endDate: null }
    const kind = chance.pick(['one', 'one', 'part', 'several', 'several', 'open'] as const)
    switch (kind) {
      case 'one':
        return { ...whole, days: 'one' }
      case 'part':
        return { ...whole, days: 'one', wholeDay: false, startTime: '08:00', endTime: chance.pick(['12:00', '13:30', '17:00']) }
      case 'several':
        return { ...whole, days: 'several', endDate: addDays(startDate, chance.int(1, 14)) }
      case 'open':
        return { ...whole, days: 'several', endDateKnown: false }
      default: {
        const never: never = kind
        return never
      }
    }
  }

  async sendNotice(): Promise<void> {
    await this.#must('absences.create', { body: this.#notice() })
    this.#ground.statistics.did('notice-sent')
  }

  /** Changes or withdraws the newest open notice; sends one when there is none. */
  async reviseNotice(withdraw: boolean): Promise<void> {
    const { rows } = await this.#must('absences.list', { query: { limit: 20 } })
    const open = rows.find((notice) => notice.status === 'open')
    if (!open) return this.sendNotice()
    const on = { params: { id: open.id }, basedOn: open.version }
    if (withdraw) await this.#must('absences.withdraw', on)
    else await this.#must('absences.change', { ...on, body: this.#notice() })
    this.#ground.statistics.did(withdraw ? 'notice-withdrawn' : 'notice-changed')
  }

  #question() {
    const { subject, message } = this.#ground.chance.pick(HOME_HELP_QUESTIONS)
    return { subject, message: filled(message) }
  }

  async sendQuestion(): Promise<void> {
    await this.#must('contact-requests.create', { body: this.#question() })
    this.#ground.statistics.did('question-sent')
  }

  async reviseQuestion(withdraw: boolean): Promise<void> {
    const { rows } = await this.#must('contact-requests.list', { query: { limit: 20 } })
    const open = rows.find((request) => request.status === 'open')
    if (!open) return this.sendQuestion()
    const on = { params: { id: open.id }, basedOn: open.version }
    if (withdraw) await this.#must('contact-requests.withdraw', on)
    else
      await this.#must('contact-requests.change', {
        ...on,
        body: { subject: open.subject, message: `${open.message} Alvast bedankt.` },
      })
    this.#ground.statistics.did(withdraw ? 'question-withdrawn' : 'question-changed')
  }

  /** A message to somebody of the care team, where the client has one. */
  async sendMessage(): Promise<void> {
    const { chance, statistics } = this.#ground
    const { rows } = await this.#must('messages.care-team', {})
    const to = rows[chance.int(0, rows.length - 1)]
    if (!to) return
    const text = chance.pick(CARE_QUESTIONS.filter((one) => one.kind === 'message'))
    await this.#must('messages.create', { body: { to: to.id, message: filled(text.message) } })
    statistics.did('message-sent')
  }

  async writeSignal(): Promise<void> {
    const { chance, statistics } = this.#ground
    const text = chance.pick(CARE_QUESTIONS.filter((one) => one.kind === 'care-signal'))
    await this.#must('care-signals.create', { body: { message: filled(text.message) } })
    statistics.did('signal-written')
  }

  async planAppointment(): Promise<void> {
    const { chance, statistics, now } = this.#ground
    const date = addDays(toLocal(now()).date, chance.int(1, 28))
    const title = chance.pick(['Kapper', 'Tandarts', 'Huisarts', 'Bezoek'])
    const times = { startTime: '10:00', endTime: '11:00' }
    const visibility = chance.pick(['public', 'private'] as const)
    await this.#must('planning.add-appointment', { body: { title, date, ...times, visibility } })
    statistics.did('appointment-planned')
  }

  /** A question about one of the own projects, or in general. */
  async askAboutProject(): Promise<void> {
    const { chance, statistics } = this.#ground
    const { rows } = await this.#must('project-questions.projects', { query: {} })
    const text = chance.pick(PROJECT_QUESTIONS)
    const project = text.subject === 'project' ? rows[chance.int(0, rows.length - 1)] : undefined
    await this.#must('project-questions.create', { body: { projectId: project?.id ?? null, message: filled(text.message) } })
    statistics.did('project-question-sent')
  }

  async lookAtPlanning(): Promise<void> {
    await this.#must('planning.month', { query: { month: toLocal(this.#ground.now()).date.slice(0, 7) } })
    this.#ground.statistics.did('looked-at-planning')
  }
}

/** One in five types the password wrong first; one in eight of those keeps at it until the portal blocks. */
function mistakes(chance: Chance): number {
  if (!chance.yes(0.2)) return 0
  return chance.yes(0.125) ? 5 : chance.int(1, 2)
}

/** A whole visit. Never throws: what went wrong is counted. */
export async function visitPortal(ground: VisitGround, person: SimulatedPerson): Promise<void> {
  const { chance, statistics } = ground
  const visit = new Visit(ground, person)
  statistics.visits += 1
  try {
    await visit.logIn(mistakes(chance))
    if (person.habit === 'home-help') {
      const draw = chance.int(1, 100)
      if (draw <= 34) await visit.sendNotice()
      else if (draw <= 66) await visit.sendQuestion()
      else if (draw <= 76) await visit.reviseNotice(false)
      else if (draw <= 82) await visit.reviseNotice(true)
      else if (draw <= 90) await visit.reviseQuestion(false)
      else if (draw <= 94) await visit.reviseQuestion(true)
      else await visit.lookAtPlanning()
    } else if (person.habit === 'care') {
      const draw = chance.int(1, 100)
      if (draw <= 45) await visit.sendMessage()
      else if (draw <= 70) await visit.writeSignal()
      else if (draw <= 85) await visit.planAppointment()
      else await visit.lookAtPlanning()
    } else if (person.habit === 'projects') {
      if (chance.yes(0.7)) await visit.askAboutProject()
      else await visit.lookAtPlanning()
    }
    await visit.logOut()
  } catch (error) {
    if (!(error instanceof Over)) statistics.faults += 1
  }
}
