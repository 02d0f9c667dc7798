/**
 * Everything falls under load: API processes killed (SIGKILL) at random moments, the database crashed and restarted, and nothing may be
 * lost or done twice. Two processes on one durable database, mail to a real SMTP server.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect } from '../../portal-api/db/database.ts'
import { expectationsOf, readCheckpoints } from '../../portal-api/platform/audit/checkpoint-file.ts'
import { installationOf } from '../../portal-api/platform/audit/checkpointer.ts'
import { verifyAudit } from '../../portal-api/platform/audit/verify.ts'
import { startMailServer } from '../support/delivery.ts'
import { type ApiProcess, startApiProcess } from './support/api.ts'
import { bench } from './support/bench.ts'
import { startDurableDatabase, untilIdle, withClient } from './support/database.ts'
import { cause } from './support/faults/chaos.ts'
import { findMails, findRows, sameAnswer, underWay, untilDelivered } from './support/faults/checks.ts'
import { startFaultFollower } from './support/faults/follower.ts'
import { repeatAll, startLoad } from './support/faults/load.ts'
import { rounded } from './support/figures.ts'
import { atLeast, atMost } from './support/goals.ts'
import { type SeededProvider, seedClients, seedProviders, seedStaff, staffSession } from './support/seed.ts'

const PROCESSES = 2
const KILLS = 100
const RESTARTS = 10
/** Fewer, and the kills fell on nothing. */
const ANSWERS = 2000
const SHOWN = 10
const OF: SeededProvider = { provider: 'cordaan', firstClient: 1, clients: 400, firstStaff: 1, staff: 40 }

/** Walks the whole log, against every checkpoint that was written on the way; the places at which it is wrong. */
async function brokenChains(
  databaseUrl: string,
  checkpoints: string,
): Promise<{ broken: string[]; lines: number; confirmed: number }> {
  const connection = connect(databaseUrl, 2)
  try {
    const { statements } = readCheckpoints(checkpoints, await installationOf(connection.db))
    const report = await verifyAudit(connection.db, { expected: expectationsOf(statements) })
    const broken = report.providers.flatMap((one) =>
      one.break ? [`${one.provider}: ${one.break.fault}, ${one.break.detail}`] : [],
    )
    const unlinked = report.providers.filter((one) => one.waiting > 0).map((one) => `${one.provider}: ${one.waiting} not linked`)
    const sum = (of: 'lines' | 'confirmed') => report.providers.reduce((total, one) => total + one[of], 0)
    return { broken: [...broken, ...unlinked, ...report.guardsOff], lines: sum('lines'), confirmed: sum('confirmed') }
  } finally {
    await connection.close()
  }
}

await bench({
  name: 'faults',
  title:
    'Clients ask and staff reply at two API processes on one database (fsync on) while the processes are killed (SIGKILL) at random moments ' +
    'and the database is restarted, every other time by a crash. A request without an answer is sent again under its id. At the end every ' +
    'answer is looked up in the database, every request is sent once more, the audit log is walked, and the mail server and the followers of ' +
    'events are asked what reached them.',
  flags: { kills: KILLS, restarts: RESTARTS, people: 8, within: 6000, major: 18 },
  async measure({ flags, progress, defer }) {
    const server = await startDurableDatabase({ major: flags.major, progress })
    defer(server.stop)
    await withClient(server.url, async (db) => {
      await seedProviders(db)
      await seedStaff(db, OF, 'care-manager')
      await seedClients(db, OF, true)
      await db.query('vacuum analyze')
    })
    const mail = await startMailServer()
    defer(mail.stop)
    const folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-faults-'))
    defer(async () => rmSync(folder, { recursive: true, force: true }))

    const ports: string[] = []
    const startProcess = (n: number) =>
      startApiProcess({
        databaseUrl: server.url,
        progress,
        built: ports.length > 0,
        env: {
          PORT: ports[n] ?? '0',
          PORTAL_DESK_DATA: folder,
          SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
          MAIL_FROM: 'portaal@cordaan.example',
          LOG_LEVEL: 'error',
        },
      })
    const processes: ApiProcess[] = []
    defer(async () => {
      for (const one of processes) await one.stop()
    })
    for (let n = 0; n < PROCESSES; n += 1) {
      const one = await startProcess(n)
      processes.push(one)
      ports.push(new URL(one.url).port)
    }
    const urls = processes.map((one) => one.url)

    progress(`${flags.people} people at work, ${flags.kills} kills, ${flags.restarts} restarts of the database`)
    const began = performance.now()
    const followers = urls.map((_, n) => startFaultFollower(urls, staffSession(OF.firstStaff + n), n))
    const load = startLoad(urls, OF, flags.people)
    const inDoubt = new Set<string>()
    const cutOff: number[] = []
    const chaos = await cause({
      server,
      startProcess,
      processes,
      kills: flags.kills,
      restarts: flags.restarts,
      within: flags.within,
      onKill: (n) => cutOff.push(load.underWay(n)),
      async onKilled() {
        for (const id of await underWay(server.url)) inDoubt.add(id)
      },
      progress,
    })
    await load.stop()
    const seconds = (performance.now() - began) / 1000
    progress(`${load.done.length} answers; looking for what is lost or doubled`)
    for (const id of await underWay(server.url)) inDoubt.add(id)
    await untilDelivered(server.url)
    const otherwise = await repeatAll(urls[0] ?? '', load.done, flags.people, sameAnswer)
    const rows = await findRows(server.url, load.done)
    const mails = await findMails(
      server.url,
      mail.mails.map((one) => one.mail.messageId?.replace(/^<|@.*$/g, '') ?? ''),
      inDoubt,
    )
    const numbers = await withClient(server.url, async (db) => {
      const found = await db.query<{ seq: number }>(`select seq from events where provider = $1 order by seq`, [OF.provider])
      return found.rows.map((row) => row.seq)
    })
    const hasAll = (heard: readonly number[]) => heard.join() === numbers.join()
    for (let look = 0; look < 100 && !followers.every((one) => hasAll(one.heard)); look += 1)
      await new Promise((resolve) => setTimeout(resolve, 100))
    for (const one of followers) one.stop()
    await untilIdle(server.url)
    for (const one of processes.splice(0)) await one.stop()
    const audit = await brokenChains(server.url, path.join(folder, 'checkpoints'))
    for (const one of [...load.wrong, ...rows.lost, ...rows.doubled, ...otherwise, ...audit.broken].slice(0, SHOWN)) progress(one)

    return {
      figures: {
        'seconds of faults': rounded(seconds),
        'kills with requests on their way': cutOff.filter((count) => count > 0).length,
        'requests on their way at a kill, average': rounded(cutOff.reduce((sum, count) => sum + count, 0) / cutOff.length),
        'requests sent again for want of an answer': load.unanswered(),
        'requests repeated at the end': load.done.length,
        'mails received': mail.mails.length,
        'mails under way at a kill': inDoubt.size,
        'mails sent again under their own id, after a kill before it was noted': mails.again,
        'events followed': numbers.length,
        'connections of a follower': followers.map((one) => one.connections()).join(' + '),
        'audit lines walked': audit.lines,
        'checkpoints that agree': audit.confirmed,
      },
      ratios: {
        'processes killed under load': atLeast(chaos.kills, KILLS),
        'requests answered meanwhile': atLeast(load.done.length, ANSWERS),
        'restarts of the database': atLeast(chaos.restarts, RESTARTS),
        lost: atMost(rows.lost.length, 0),
        doubled: atMost(rows.doubled.length, 0),
        'answers nobody should get': atMost(load.wrong.length, 0),
        'repeats with another answer than the first': atMost(otherwise.length, 0),
        'broken audit chains': atMost(audit.broken.length, 0),
        'mails lost': atMost(mails.lost, 0),
        'mails doubled that were not under way at a kill': atMost(mails.doubled, 0),
        'followers who missed or heard twice': atMost(
          followers.filter((one) => !hasAll(one.heard) || one.resyncs() > 0).length,
          0,
        ),
        'processes that fell by themselves': atMost(chaos.fallen, 0),
      },
      postgres: server.version,
    }
  },
})
