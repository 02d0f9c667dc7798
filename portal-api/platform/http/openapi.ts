/** The OpenAPI 3.1 document, made from the contract table; nothing in it is written by hand twice. */
import { z } from 'zod'
import type { Route } from '../../../shared/api/route.ts'
import { API, routeNames } from '../../../shared/api/table.ts'
import { PROBLEMS, type ProblemCode, problem } from '../../../shared/domain/problems.ts'

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })
  return rest
}

function parameters(route: Route): unknown[] {
  const of = (schema: z.ZodType | undefined, place: 'path' | 'query') => {
    if (!schema) return []
    const object = schemaOf(schema, 'input') as { properties?: Record<string, unknown>; required?: string[] }
    return Object.entries(object.properties ?? {}).map(([name, value]) => ({
      name,
      in: place,
      required: place === 'path' || (object.required ?? []).includes(name),
      schema: value,
    }))
  }
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  })
  return [
    ...of(route.params, 'path'),
    ...of(route.query, 'query'),
    ...(route.basedOn === 'required' ? [header('If-Match', 'The version this is based on, as `"7"`.')] : []),
    ...(route.requestId === 'required'
      ? [header('Idempotency-Key', 'A UUID made by the caller; repeating it returns the first answer.')]
      : []),
  ]
}

/** Problems that any route of its kind may give, beside its own. */
export function problemsOf(route: Route): ProblemCode[] {
  const general: ProblemCode[] = ['malformed-request', 'rate-limited', 'server-fault', 'portal-unavailable']
  if (route.who.kind !== 'public') general.push('signed-out', 'forbidden')
  if (route.params || route.query || route.body) general.push('invalid-input')
  if (route.body) general.push('too-large', 'unsupported-media-type')
  if (route.panel) general.push('panel-not-available')
  if (route.panel && route.who.kind === 'client') general.push('invitation-open')
  if (route.basedOn === 'required') general.push('version-missing')
  if (route.requestId === 'required') general.push('request-id-missing', 'request-id-reused')
  if (route.recent) general.push('confirm-first')
  return [...new Set([...route.problems, ...general])]
}

function responses(route: Route): Record<string, unknown> {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of problemsOf(route))
    byStatus.set(PROBLEMS[code].status, [...(byStatus.get(PROBLEMS[code].status) ?? []), code])
  const answers: Record<string, unknown> = {
    [route.status]: { description: 'Done', content: { 'application/json': { schema: schemaOf(route.output, 'output') } } },
  }
  for (const [status, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
    answers[status] = {
      description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].sentence.en}`).join('\n\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  }
  return answers
}

function who(route: Route): string {
  switch (route.who.kind) {
    case 'public':
      return 'Anyone.'
    case 'client':
      return 'A signed-in portal user.'
    case 'staff':
      return `Staff: ${route.who.roles.join(', ')}.`
    default: {
      const never: never = route.who
      return never
    }
  }
}

export function openApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const name of routeNames) {
    const route: Route = API[name]
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        operationId: name,
        tags: [name.split('.')[0]],
        summary: route.summary,
        description: `${who(route)}${route.panel ? ` Panel: ${route.panel}.` : ''}${route.offline === 'queue' ? ' The workstation may keep it until there is a connection.' : ''}`,
        parameters: parameters(route),
        ...(route.body
          ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }
          : {}),
        responses: responses(route),
        security: route.who.kind === 'public' ? [] : [{ bearer: [] }],
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Portal API',
      version,
      description:
        'The same API for clients of five portals and for the staff behind them. Times are local to Europe/Amsterdam where they are called local, UTC elsewhere.',
    },
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problem, 'output') },
    },
  }
}
