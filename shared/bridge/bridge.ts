/** The bridge as the screen holds it (`window.desk`), the same in every host. */
import type { Channel, InputOf, Push, PushOf, ValueOf } from './channels.ts'
import type { Result } from './result.ts'

export interface Bridge {
  /** Asks the workstation. Refuses with a problem; throws only on a bug. */
  call<C extends Channel>(channel: C, input: InputOf<C>): Promise<Result<ValueOf<C>>>
  /** Listens to a push; the function returned stops listening. */
  on<P extends Push>(push: P, listener: (value: PushOf<P>) => void): () => void
}
