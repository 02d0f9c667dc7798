import { describe, expect, it } from 'vitest'
import { contactDetailInput, contactDetailProblem, contactPersonInput } from '../../../shared/domain/clients.ts'
import { contentOf } from '../../clients/detail-content.ts'
import { storedMobile, storedPhone } from '../../platform/phone.ts'
import { DEMO_PORTAL_USERS } from '../accounts.ts'
import { allPeople } from './people.ts'
import { usersOf } from './users.ts'

const SEED = 7
const NOW = new Date('2026-11-23T09:12:00Z')
const SECRETS = {
  password: 'p',
  firstPassword: 'f',
  seal: (text: string) => `sealed ${text}`,
  hashToken: (text: string) => `hash ${text}`,
}
const all = allPeople(SEED)

describe('the people of the demo', () => {
  it('are the same whenever they are made', () => {
    // As text: to compare so many objects one by one takes longer than to make them.
    expect(JSON.stringify(allPeople(SEED))).toBe(JSON.stringify(all))
  }, 30_000)

  it('are about 400 clients and 60 caregivers a provider; careflex has organisations and projects', () => {
    for (const people of all) {
      expect(people.caregivers).toHaveLength(60)
      if (people.recipe.provider === 'careflex') {
        expect(people.clients).toEqual([])
        expect(people.organisations.contacts.length).toBe(400)
        expect(people.organisations.projects.every((project) => project.careManagerId)).toBe(true)
      } else {
        expect(people.clients).toHaveLength(400)
      }
    }
  })

  it('have client numbers and ids of their own', () => {
    for (const people of all) {
      expect(new Set(people.clients.map((client) => client.row.number)).size).toBe(people.clients.length)
      expect(new Set(people.clients.map((client) => client.row.id)).size).toBe(people.clients.length)
    }
  })

  it('have details and persons that the portal itself would accept', () => {
    for (const client of all.flatMap((people) => people.clients)) {
      for (const { kind, value, remarks } of client.details) {
        const input = contactDetailInput.parse({ kind, value, remarks })
        expect(contactDetailProblem(input)).toBeNull()
      }
      for (const { name, phone1, phone2, email, type, primary, remarks } of client.persons)
        contactPersonInput.parse({ name, phone1, phone2, email, type, primary, remarks })
    }
  })

  it('have phone numbers that the server can read and text', () => {
    for (const client of all.flatMap((people) => people.clients)) {
      expect(storedMobile(client.mobile)).toBe(client.mobile)
      for (const detail of client.details)
        if (contentOf(detail.kind) !== 'email') expect(storedPhone(detail.value)).toBe(detail.value)
      for (const person of client.persons) expect(storedPhone(person.phone1)).toBe(person.phone1)
    }
  })

  it("have mailboxes that reach nobody: `.example`, and the manual's own test address", () => {
    const users = all.flatMap(
      (people) => usersOf(SEED, people.profile, people.clients, people.organisations.contacts, SECRETS, NOW).users,
    )
    const others = users.flatMap((user) => (user.email && !user.email.endsWith('.example') ? [user.email] : []))
    expect(others).toEqual(['klanttest@klantportaal.nl'])
  })

  it('include the example of the manual: mevrouw C. Test, Dennis Test, Danny on Mondays and Wednesdays at 09:00', () => {
    const [cordaan] = all
    const test = cordaan?.clients[0]
    expect(test?.row.name).toBe('Mevr. C. Test')
    expect(test?.persons.map((person) => [person.name, person.type, person.phone1])).toEqual([
      ['Dennis Test', 'family', '+31621212121'],
    ])
    expect(test?.details.map((detail) => detail.value)).toEqual(['+31612345678', 'klanttest@klantportaal.nl'])
    const roster = cordaan?.roster.filter((pattern) => pattern.clientId === test?.row.id)
    expect(roster?.map((pattern) => [pattern.weekday, pattern.startMinute, pattern.serviceCode])).toEqual([
      [1, 540, 'HV 1'],
      [3, 540, 'HV 1'],
    ])
    expect(cordaan?.caregivers.find((one) => one.id === roster?.[0]?.caregiverId)?.firstName).toBe('Danny')
  })
})

it('plans the projects of careflex, and nobody else’s', () => {
  for (const { recipe, roster, organisations } of all) {
    const projects = new Set(roster.flatMap(({ projectId }) => (projectId === null ? [] : [projectId])))
    if (recipe.provider !== 'careflex') expect(projects.size).toBe(0)
    else expect(projects.size).toBeGreaterThan(organisations.projects.length * 0.9)
  }
})

describe('portal users', () => {
  const made = all.map((people) => usersOf(SEED, people.profile, people.clients, people.organisations.contacts, SECRETS, NOW))

  it('have user names of their own within a provider', () => {
    for (const { users } of made) {
      const names = users.map((user) => user.userName.toLowerCase())
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('include everyone the demo names', () => {
    const known = made.flatMap(({ users }) => users.map((user) => `${user.provider} ${user.userName}`))
    for (const user of DEMO_PORTAL_USERS) expect(known).toContain(`${user.provider} ${user.userName}`)
  })

  it('log in by e-mail address where the portal says so, once they have been in', () => {
    const cordaan = made[0]?.users ?? []
    for (const user of cordaan)
      expect(user.passwordTemporary ? user.userName.startsWith('brief') : user.userName === user.email).toBe(true)
  })

  it('never logged in later than now', () => {
    for (const { users } of made) {
      for (const user of users) expect((user.lastLoginAt ?? NOW).getTime()).toBeLessThanOrEqual(NOW.getTime())
    }
  })
})
