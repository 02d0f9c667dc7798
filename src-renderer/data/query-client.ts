/**
 * The one query cache. Events make data stale, nothing is polled; the network is the workstation's business, so the
 * browser's own idea of being online plays no part.
 */
import { QueryClient } from '@tanstack/react-query'

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        // A refusal stays one until something changes: a reconnection or the user's own second try.
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
