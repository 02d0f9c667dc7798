/** A client at the portal's public API, as a test needs one. */
import { randomUUID } from 'node:crypto'
import type { LoginStep } from '../../../shared/api/session.ts'
import { type Caller, mustCall } from '../../support/http.ts'
import { DEMO_PASSWORD, type Stack } from './stack.ts'

/** The organisation code that the log-in page of a portal fills in beforehand. */
const ORGANISATION: Readonly<Record<string, string>> = { cordaan: 'cordaanhbh', axxicom: 'axxicom' }

/** The first step of a log-in, whatever it leads to. */
export async function startLogin(
  stack: Stack,
  provider: string,
  userName: string,
  password = DEMO_PASSWORD,
  deviceToken?: string,
): Promise<LoginStep> {
  return mustCall({ url: stack.apiUrl }, 'session.login', {
    params: { provider },
    body: {
      userName,
      password,
      deviceLabel: 'Proef',
      ...(ORGANISATION[provider] ? { organisation: ORGANISATION[provider] } : {}),
      ...(deviceToken ? { deviceToken } : {}),
    },
  })
}

/** Logs in where no further step is asked. */
export async function logIn(stack: Stack, provider: string, userName: string, deviceToken?: string): Promise<Caller> {
  const step = await startLogin(stack, provider, userName, DEMO_PASSWORD, deviceToken)
  if (step.step !== 'signed-in') throw new Error(`${userName} at ${provider}: the log-in asks for ${step.step}.`)
  return { url: stack.apiUrl, token: step.tokens.accessToken }
}

/** The six digits of the newest message of a portal user, as the demo's outbox shows it. */
export async function newestCode(stack: Stack, portalUserName: string): Promise<string> {
  const [row] = await stack.rows<{ body: string }>(
    `select d.body from deliveries d join portal_users u on u.id = d.portal_user_id
     where u.user_name = $1 and d.channel = 'sms' order by d.created_at desc, d.id desc limit 1`,
    [portalUserName],
  )
  const code = /\b\d{6}\b/.exec(row?.body ?? '')?.[0]
  if (!code) throw new Error(`No code was sent to ${portalUserName}.`)
  return code
}

export interface PlannedVisit {
  readonly date: string
  readonly startMinute: number
  readonly minutes: number
}

/** Plans visits for a client with caregivers who are free then; returns their ids in the order given. */
export async function planVisits(stack: Stack, portalUserName: string, visits: readonly PlannedVisit[]): Promise<string[]> {
  const ids: string[] = []
  for (const visit of visits) {
    const id = randomUUID()
    await stack.rows(
      `insert into visits (id, provider, client_id, date, start_minute, minutes, service_code)
       select $1, u.provider, m.client_id, $3, $4, $5, 'HV 1'
       from portal_users u join portal_memberships m on m.portal_user_id = u.id where u.user_name = $2`,
      [id, portalUserName, visit.date, visit.startMinute, visit.minutes],
    )
    const assigned = await stack.rows(
      `insert into visit_assignments (id, provider, visit_id, caregiver_id)
       select $1, v.provider, v.id, g.id from visits v join caregivers g on g.provider = v.provider
       where v.id = $2 and g.active and 'HV 1' = any (g.qualifications)
         and not exists (select 1 from visit_assignments a where a.caregiver_id = g.id and a.active
                         and a.during && visit_during(v.date, v.start_minute, v.minutes))
       order by g.name limit 1 returning id`,
      [randomUUID(), id],
    )
    if (assigned.length !== 1) throw new Error(`Nobody is free for ${visit.date}.`)
    ids.push(id)
  }
  return ids
}
