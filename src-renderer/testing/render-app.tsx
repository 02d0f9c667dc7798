/** The whole screen over the in-memory workstation, for component tests, on the day of the reference pictures. */
import { cleanup, configure, render } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { afterEach, beforeEach, vi } from 'vitest'
import { App } from '../app/App.tsx'
import { useFaultStore } from '../app/faults/faults.ts'
import { makeQueryClient } from '../data/query-client.ts'
import { useAnnouncerStore } from '../stores/announcer.ts'
import { useConfirmStore } from '../stores/confirm.ts'
import { useDecisionsStore } from '../stores/decisions.ts'
import { useDoneStore } from '../stores/done.ts'
import { useLastPlace } from '../stores/last-place.ts'
import { usePanes } from '../stores/panes.ts'
import { usePlanChoicesStore } from '../stores/plan-choices.ts'
import { useSentStore } from '../stores/sent.ts'
import { MEMORY_NOW } from './memory/people.ts'
import { type MemoryOptions, MemoryWorkstation } from './memory-bridge.ts'

const stores = [
  useAnnouncerStore,
  useConfirmStore,
  useDecisionsStore,
  useDoneStore,
  useFaultStore,
  useLastPlace,
  usePanes,
  usePlanChoicesStore,
  useSentStore,
]

/** The document of the tests lays nothing out, and a virtual list draws what is in sight. */
const ROW_HEIGHT = 60
const LIST_HEIGHT = 2_000

/** As wide as the reference pictures, so that no pane is folded away. */
const VIEWPORT = { width: 1440, height: 900 }
const { happyDOM } = window as unknown as { happyDOM: { setViewport(size: typeof VIEWPORT): void } }

// A whole desk is a large document: hidden elements are not sorted out for each question, and a slow machine gets its time.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 60_000 })

/** Holds the clock, and starts each test with nothing left of the one before. Call it once in a test file. */
export function holdScreen(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: MEMORY_NOW })
    happyDOM.setViewport(VIEWPORT)
    // Working out the styles of a whole desk takes the test's document seconds; what is asked for here is in the attributes.
    vi.spyOn(window, 'getComputedStyle').mockImplementation((element) => (element as HTMLElement).style)
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockImplementation(function (this: HTMLElement) {
      return this.role === 'listbox' ? LIST_HEIGHT : 0
    })
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
      return this.dataset['index'] === undefined ? 0 : ROW_HEIGHT
    })
  })
  afterEach(() => {
    cleanup()
    for (const store of stores) (store.setState as (state: unknown, replace: true) => void)(store.getInitialState(), true)
    vi.restoreAllMocks()
    vi.useRealTimers()
    window.location.hash = ''
  })
}

export function renderApp({ place = '', ...options }: MemoryOptions & { place?: string } = {}) {
  const workstation = new MemoryWorkstation(options)
  window.desk = workstation.bridge
  window.location.hash = place
  const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never })
  return { workstation, user, ...render(<App client={makeQueryClient()} />) }
}
