/**
 * One exchange with the portal over HTTP (axios). Says what came back, or that nothing usable did; what the answer means
 * is for {@link file://./portal-client.ts}. No redirect is followed: a token goes to the portal and nowhere else.
 */
import axios, { type AxiosInstance, type AxiosRequestConfig, isAxiosError } from 'axios'
import { isLoopback } from './portal-address.ts'

/** How long an answer may take. */
export const ANSWER_WITHIN_MS = 20_000
/** The largest answer that is taken: a page of 100 rows is far below it. */
const LARGEST_ANSWER = 16 * 1024 * 1024

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path below the portal's address, encoded. */
  readonly path: string
  readonly query?: Readonly<Record<string, unknown>> | undefined
  readonly body?: unknown
  readonly headers: Readonly<Record<string, string>>
  /** May be sent once more when the connection broke: reading, or a mutation with its request id. */
  readonly repeatable: boolean
  readonly signal?: AbortSignal | undefined
}

/** `nothing`: no answer of the portal's own; whether the call took effect is unknown. */
export type HttpAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly json: unknown }
  | { readonly kind: 'nothing'; readonly why: string }

export type StreamAnswer =
  | { readonly kind: 'stream'; readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly kind: 'answer'; readonly status: number; readonly json: unknown }
  | { readonly kind: 'nothing'; readonly why: string }

export interface PortalHttp {
  exchange(call: HttpCall): Promise<HttpAnswer>
  /** Opens a stream that ends by `signal`; no limit of time is set on it. */
  stream(call: Pick<HttpCall, 'path' | 'headers'> & { readonly signal: AbortSignal }): Promise<StreamAnswer>
}

export function createPortalHttp(portalUrl: string): PortalHttp {
  const client = axios.create({
    baseURL: portalUrl,
    adapter: 'http',
    maxRedirects: 0,
    maxContentLength: LARGEST_ANSWER,
    // The text is parsed here, so that what is no JSON is told apart from what is.
    responseType: 'text',
    transformResponse: [],
    validateStatus: () => true,
    // A portal on this machine is never behind the company's proxy.
    ...(isLoopback(new URL(portalUrl)) ? { proxy: false } : {}),
  })
  return {
    async exchange(call) {
      const first = await once(client, call)
      return call.repeatable && first.kind === 'nothing' && BROKEN.has(first.why) ? once(client, call) : first
    },
    stream: (call) => openStream(client, call),
  }
}

/** A kept connection that the other side had closed meanwhile. */
const BROKEN: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE'])

async function once(client: AxiosInstance, call: HttpCall): Promise<HttpAnswer> {
  const config: AxiosRequestConfig = {
    method: call.method,
    url: call.path,
    headers: {
      Accept: 'application/json, application/problem+json',
      // Without a body axios would call it a form, and the portal takes none.
      'Content-Type': call.body === undefined ? false : 'application/json',
      ...call.headers,
    },
    timeout: ANSWER_WITHIN_MS,
    ...(call.query ? { params: call.query } : {}),
    ...(call.body === undefined ? {} : { data: call.body }),
    ...(call.signal ? { signal: call.signal } : {}),
  }
  try {
    const response = await client.request<string>(config)
    return parseAnswer(response.status, response.headers['content-type'], response.data)
  } catch (error) {
    return { kind: 'nothing', why: reasonOf(error) }
  }
}

async function openStream(
  client: AxiosInstance,
  call: Pick<HttpCall, 'path' | 'headers'> & { readonly signal: AbortSignal },
): Promise<StreamAnswer> {
  try {
    const response = await client.request<AsyncIterable<Uint8Array>>({
      method: 'GET',
      url: call.path,
      headers: { Accept: 'text/event-stream', ...call.headers },
      responseType: 'stream',
      maxContentLength: Number.POSITIVE_INFINITY,
      signal: call.signal,
    })
    const type = String(response.headers['content-type'] ?? '')
    if (response.status === 200 && type.startsWith('text/event-stream')) return { kind: 'stream', bytes: response.data }
    return parseAnswer(response.status, type, await textOf(response.data))
  } catch (error) {
    return { kind: 'nothing', why: reasonOf(error) }
  }
}

function parseAnswer(status: number, type: unknown, text: string): HttpAnswer {
  if (!/^application\/(problem\+)?json\b/.test(String(type ?? '')))
    return { kind: 'nothing', why: `status ${status} without JSON` }
  try {
    return { kind: 'answer', status, json: JSON.parse(text) }
  } catch {
    return { kind: 'nothing', why: `status ${status} with damaged JSON` }
  }
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of bytes) {
    size += part.length
    if (size > LARGEST_ANSWER) break
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** The code of what went wrong; never the message, which may carry the address with what was searched for. */
function reasonOf(error: unknown): string {
  if (isAxiosError(error)) return error.code ?? 'no answer'
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}
