/** The shape of a catalogue without its words: the second language must have each key of the first, and no other. */
export type Wording<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wording<T[K]> }
