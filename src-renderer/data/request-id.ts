/** The id of a mutation, made here once and repeated with every retry (design: exactly once). */
import { v7 } from 'uuid'

export const newRequestId = (): string => v7()
