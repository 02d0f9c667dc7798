/** The HTTP server: headers, limits, errors, the contract's routes, the event stream, documentation, health and metrics. */
import { randomUUID } from 'node:crypto'
import fastifyHelmet from '@fastify/helmet'
import fastifySwagger from '@fastify/swagger'
import fastifySwaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from 'fastify'
import { languageOf } from '../../../shared/domain/language.ts'
import { makeProblem } from '../../../shared/domain/problems.ts'
import { isDatabaseAway } from '../../db/away.ts'
import { registerEventStream } from '../events/stream.ts'
import { BODY_KB, BodyRefused, registerBodies, unsupported } from './body.ts'
import { mountHealth } from './health.ts'
import { mountMetrics, type Watched } from './metrics.ts'
import { openApiDocument } from './openapi.ts'
import { type HttpParts, mountRoutes, sendProblem } from './routes.ts'
import { refusePath, refuseUnparsed, unread } from './unread.ts'

export const API_VERSION = '1.0.0'

/** When to try again after the database was away: it mostly was restarted. */
const BACK_SOON_SECONDS = 5

function registerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const lang = languageOf(request.headers['accept-language'])
    const elsewhere = (['GET', 'POST', 'PUT', 'DELETE'] as const).some(
      (method) => app.findRoute({ method, url: request.url.split('?')[0] ?? '' }) !== null,
    )
    return sendProblem(reply, makeProblem(elsewhere ? 'method-not-allowed' : 'not-found', lang), request.id)
  })
  app.setErrorHandler((error: FastifyError | BodyRefused, request, reply) => {
    const lang = languageOf(request.headers['accept-language'])
    const code = error instanceof BodyRefused ? null : (error as FastifyError).code
    const refused = error instanceof BodyRefused ? error : code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' ? unsupported() : null
    if (refused) {
      // Fastify ends the connection for fear of what still comes; when nothing does, it stays.
      if (refused.wholly) reply.removeHeader('connection')
      return sendProblem(reply, refused.problem(lang), request.id)
    }
    if (isDatabaseAway(error)) {
      request.log.warn({ err: error }, 'the database is away')
      return sendProblem(reply, makeProblem('portal-unavailable', lang, { seconds: BACK_SOON_SECONDS }), request.id)
    }
    const status = error.statusCode ?? 500
    if (status >= 400 && status < 500) return sendProblem(reply, unread('request', lang), request.id)
    request.log.error({ err: error }, 'a request failed')
    return sendProblem(reply, makeProblem('server-fault', lang, { trace: request.id }), request.id)
  })
}

/** Builds the server without listening. `extend` adds what only some modes have (the demo's pages). */
export async function buildServer(
  parts: HttpParts & Watched,
  extend?: (app: FastifyInstance) => Promise<void>,
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: parts.services.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_KB * 1024,
    genReqId: () => randomUUID(),
    // Behind the reverse proxy on the same machine the caller's address stands in X-Forwarded-For.
    trustProxy: 'loopback',
    forceCloseConnections: true,
    frameworkErrors: (_, request, reply) => void refusePath(request, reply, sendProblem),
    clientErrorHandler: refuseUnparsed,
    routerOptions: { maxParamLength: 200 },
  })
  await app.register(fastifyHelmet, { global: true, contentSecurityPolicy: false, hsts: false })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  registerErrors(app)
  registerBodies(app)

  const document = openApiDocument(API_VERSION)
  await app.register(fastifySwagger, { mode: 'static', specification: { document: document as never } })
  await app.register(fastifySwaggerUi, { routePrefix: '/docs' })
  app.get('/openapi.json', async () => document)
  mountHealth(app, parts.db)
  mountMetrics(app, parts)
  mountRoutes(app, parts)
  registerEventStream(app, parts)
  await extend?.(app)
  return app
}
