/** Runs pieces of asynchronous work one after the other, in the order in which they came. */
export type InOrder = <T>(work: () => Promise<T>) => Promise<T>

export function createInOrder(): InOrder {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work, work)
    last = result.catch(() => undefined)
    return result
  }
}
