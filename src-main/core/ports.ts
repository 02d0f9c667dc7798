/**
 * The ports of the workstation: all that `core/` needs of a host. `electron/` and `browser/` bring adapters; tests bring fakes.
 * Nothing here names a host; what a host cannot do is an ability that is false.
 */

/** What was found under a name. `set-aside`: it was there and could not be read; it is kept under another name. */
export type Stored =
  | { readonly state: 'found'; readonly value: unknown }
  | { readonly state: 'absent' }
  | { readonly state: 'set-aside' }

/**
 * Small JSON documents by name (`a-z`, `0-9`, `-`). A write is atomic and has reached the disk when its promise resolves:
 * no delay of any kind between the two. A failing disk rejects.
 */
export interface StoragePort {
  get(name: string): Promise<Stored>
  set(name: string, value: unknown): Promise<void>
  delete(name: string): Promise<void>
  /** Keeps an unreadable document under another name, so that nothing is lost and the name is free again. */
  setAside(name: string): Promise<void>
}

/**
 * Keeps secrets with the operating system's key store. When `available` is false nothing may be encrypted with it, and
 * tokens live in memory alone (norms.md: refused when it is not available).
 */
export interface SecretsPort {
  available(): Promise<boolean>
  /** Printable text that only this user of this machine can turn back. */
  encrypt(plain: string): Promise<string>
  /** Rejects for what it did not make itself. */
  decrypt(sealed: string): Promise<string>
}

export interface NotificationPort {
  readonly available: boolean
  /** Shows a message of the system. Never carries anything about a person. */
  show(message: { readonly title: string; readonly body: string }): void
}

export interface LinksPort {
  /** Opens an address that the allow list of {@link file://./links.ts} let through. */
  open(url: URL): Promise<void>
}

export interface Clock {
  now(): Date
  /** Calls back once after so many milliseconds; the function returned takes it back. Does not keep a process alive. */
  after(milliseconds: number, callback: () => void): () => void
}

export interface Ids {
  /** A UUID of version 7: sorts by the moment it was made. */
  next(): string
}

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>

/** For the person who maintains it. Never carries what a client or a member of staff typed, nor a token. */
export interface Logger {
  info(message: string, facts?: LogFacts): void
  warn(message: string, facts?: LogFacts): void
  error(message: string, cause: unknown, facts?: LogFacts): void
}

export interface Ports {
  readonly storage: StoragePort
  readonly secrets: SecretsPort
  readonly notification: NotificationPort
  readonly links: LinksPort
  readonly clock: Clock
  readonly ids: Ids
  readonly logger: Logger
  /** Between 0 and 1; spreads reconnections, nothing secret. */
  readonly random: () => number
}
