/** Ids are UUIDv7, made in code: they sort by the moment they were made and need no trip to the database. */
import { v7 } from 'uuid'

export function newId(): string {
  return v7()
}
