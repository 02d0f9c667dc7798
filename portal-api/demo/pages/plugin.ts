/**
 * The demo's pages, registered in demo mode only: an index, the outbox, and a plain client portal. Server-rendered,
 * with a strict policy: no script but the two small ones of `demo-views`, nothing from elsewhere, no framing.
 */
import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PORTAL_PROFILES } from '../../../shared/domain/portal-profiles.ts'
import type { Connection } from '../../db/database.ts'
import type { Services } from '../../platform/services.ts'
import { DEMO_PASSWORD, DEMO_PORTAL_USERS, DEMO_STAFF, FIRST_PASSWORD } from '../accounts.ts'
import { codesOf, messagesOf, rolesOf } from './outbox.ts'
import { COOKIE, type Form } from './portal-page.ts'
import { notFound, portalPages } from './portal-routes.ts'
import { assetOf, renderView } from './views.ts'
import { VISITOR_COOKIE, type Visitor, Visitors } from './visitors.ts'

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor | null
  }
}

/** Whoever asked; every page of the demo knows its visitor. */
function visitorOf(request: FastifyRequest): Visitor {
  if (!request.visitor) throw new Error('A page of the demo without a visitor.')
  return request.visitor
}

function html(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(text)
}

const named = PORTAL_PROFILES.map(({ id, name }) => ({ id, name }))

/** Adds the pages to the server. `url` is where the server listens: the portal page calls its API there. */
export async function demoPages(
  app: FastifyInstance,
  connection: Connection,
  services: Services,
  url: () => string,
): Promise<void> {
  const { db } = connection
  const visitors = new Visitors()
  await app.register(async (pages) => {
    await pages.register(fastifyCookie)
    await pages.register(fastifyFormbody)
    pages.decorateRequest('visitor', null)
    pages.addHook('onRequest', async (request, reply) => {
      const known = request.cookies[VISITOR_COOKIE]
      // How long a visitor stays is about memory, not about the demo's day.
      const visitor = visitors.of(known, performance.now())
      const lang = (request.query as Form)['lang']
      if (lang === 'nl' || lang === 'en') visitor.lang = lang
      request.visitor = visitor
      if (visitor.id !== known) reply.setCookie(VISITOR_COOKIE, visitor.id, COOKIE)
      reply.header('content-security-policy', POLICY).header('cache-control', 'no-store')
    })

    pages.get('/demo', async (request, reply) => {
      const { lang, csrf } = visitorOf(request)
      const staff = DEMO_STAFF.map((person) => ({ ...person, roles: rolesOf(person, lang) }))
      const data = {
        lang,
        csrf,
        portals: named,
        staff,
        users: DEMO_PORTAL_USERS,
        password: DEMO_PASSWORD,
        firstPassword: FIRST_PASSWORD,
      }
      return html(reply, renderView('index', { ...data, path: '/demo' }))
    })

    const outbox = async (request: FastifyRequest) => {
      const { lang } = visitorOf(request)
      const { provider } = request.query as Form
      const chosen = named.some((one) => one.id === provider) ? provider : undefined
      return {
        lang,
        chosen,
        providers: named,
        path: '/demo/outbox',
        here: `/demo/outbox${chosen ? `?provider=${chosen}` : ''}`,
        codes: await codesOf(db, services, lang, chosen),
        messages: await messagesOf(db, services.clock.now(), { provider: chosen }),
      }
    }
    pages.get('/demo/outbox', async (request, reply) => html(reply, renderView('outbox', await outbox(request))))
    pages.get('/demo/outbox/live', async (request, reply) => html(reply, renderView('outbox-live', await outbox(request))))
    pages.get('/demo/outbox.json', async (request) => {
      const { provider, to } = request.query as Form
      return {
        messages: await messagesOf(db, services.clock.now(), { provider, to }),
        codes: await codesOf(db, services, visitorOf(request).lang, provider),
      }
    })
    pages.get('/demo/assets/:file', async (request, reply) => {
      const asset = assetOf((request.params as { file: string }).file)
      if (!asset) return notFound(request, reply)
      return reply.type(asset.type).send(asset.content)
    })
    pages.get('/demo/portal', async (request, reply) => {
      const { lang } = visitorOf(request)
      return html(reply, renderView('portals', { lang, portals: named, path: '/demo/portal' }))
    })
    await pages.register(portalPages, { clock: services.clock, url })
  })
}
