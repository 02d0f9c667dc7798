/** Invented people and where they live: names and streets from the Dutch generator, numbers and mailboxes that nobody has. */
import { type Chance, chanceOf, dutchOf } from './chance.ts'
import { type DemoSpot, near } from './map.ts'
import type { ProviderRecipe } from './recipes.ts'

/** Kilometres: near enough for the quarter of an hour that the roster leaves between two clients, most of the time. */
const PLACES_WITHIN = 2.2
const ADDRESSES_WITHIN = 0.6

export interface DemoName {
  readonly female: boolean
  readonly firstName: string
  /** With its small words: `van den Berg`. */
  readonly lastName: string
  /** `Mevr. H. Verbeek-de Wit` */
  readonly addressed: string
  /** `Verbeek-de Wit, H.` */
  readonly sorted: string
  /** `Hanna Verbeek-de Wit` */
  readonly full: string
}

/** A name whose parts are given. */
export function nameOf(female: boolean, firstName: string, lastName: string): DemoName {
  const initial = `${firstName.slice(0, 1)}.`
  const small = /^(?:\p{Ll}[\p{L}']* )+/u.exec(lastName)?.[0] ?? ''
  const main = lastName.slice(small.length)
  return {
    female,
    firstName,
    lastName,
    addressed: `${female ? 'Mevr.' : 'Dhr.'} ${initial} ${lastName}`,
    sorted: `${main}, ${initial}${small ? ` ${small.trim()}` : ''}`,
    full: `${firstName} ${lastName}`,
  }
}

/** A name by chance; one married woman in six carries two. */
export function nameBy(seed: number, ...key: readonly (string | number)[]): DemoName {
  const chance = chanceOf(seed, 'name', ...key)
  const dutch = dutchOf(seed, 'name', ...key)
  const female = chance.yes(0.6)
  const firstName = dutch.person.firstName(female ? 'female' : 'male')
  const own = dutch.person.lastName()
  const double = female && chance.yes(0.16)
  return nameOf(female, firstName, double ? `${own}-${dutch.person.lastName()}` : own)
}

export interface DemoAddress {
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly lat: number
  readonly lon: number
}

export interface DemoPlace {
  readonly city: string
  readonly digits: string
  readonly spot: DemoSpot
}

/** The handful of invented places a provider works in. */
export function placesOf(seed: number, { provider, centre }: Pick<ProviderRecipe, 'provider' | 'centre'>): readonly DemoPlace[] {
  return Array.from({ length: 6 }, (_, index) => {
    const spot = near(chanceOf(seed, provider, 'place on the map', index), centre, PLACES_WITHIN)
    const dutch = dutchOf(seed, provider, 'place', index)
    return {
      spot,
      city: dutch.location.city(),
      digits: String(dutch.number.int({ min: 1012, max: 9998 })),
    }
  })
}

const POSTCODE_LETTERS = [...'ABCDEGHJKLMNPRTVWXZ']

export function addressBy(seed: number, provider: string, index: number, places: readonly DemoPlace[]): DemoAddress {
  const chance = chanceOf(seed, provider, 'address', index)
  const place = chance.pick(places)
  const dutch = dutchOf(seed, provider, 'street', index)
  return {
    street: `${dutch.location.street()} ${chance.int(1, 240)}`,
    postcode: `${place.digits} ${chance.pick(POSTCODE_LETTERS)}${chance.pick(POSTCODE_LETTERS)}`,
    city: place.city,
    ...near(chanceOf(seed, provider, 'address on the map', index), place.spot, ADDRESSES_WITHIN),
  }
}

/**
 * A mobile number from the end of the 06-8 series, the one series of which numbers were never given out.
 * As the product stores numbers (E.164).
 */
export function mobileBy(chance: Chance): string {
  return `+3168${chance.int(9_000_000, 9_999_999)}`
}

/** A landline that nobody has: subscriber numbers never begin with 0. */
export function landlineBy(chance: Chance, areaCode: string): string {
  const subscriber = String(chance.int(0, 999_999)).padStart(9 - areaCode.length, '0')
  return `+31${areaCode.slice(1)}0${subscriber.slice(0, 9 - areaCode.length)}`
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øØ]/g, 'o')
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '')

const MAIL_HOSTS = ['post.example', 'mail.example', 'thuis.example', 'brievenbus.example'] as const

/** Hands out user names and mailboxes, each once: `h.verbeek`, `h.verbeek2`, … */
export class Mailboxes {
  readonly #taken = new Set<string>()

  /** Keeps a name from being handed out. */
  reserve(userName: string): void {
    this.#taken.add(userName.toLowerCase())
  }

  userName(name: DemoName): string {
    const stem = `${plain(name.firstName.slice(0, 1))}.${plain(name.lastName)}`
    let candidate = stem
    for (let count = 2; this.#taken.has(candidate); count += 1) candidate = `${stem}${count}`
    this.#taken.add(candidate)
    return candidate
  }

  /** An address below `.example`, which is no one's (RFC 2606). */
  address(userName: string, chance: Chance): string {
    return `${userName}@${chance.pick(MAIL_HOSTS)}`
  }
}
