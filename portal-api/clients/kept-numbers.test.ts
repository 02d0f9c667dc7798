import { describe, expect, it } from 'vitest'
import { keptValue } from './details.ts'
import { keptPerson } from './person-input.ts'

describe('a contact detail', () => {
  it('is kept in one form', () => {
    expect(keptValue({ kind: 'phone-mobile', value: '06 12345678', remarks: '' })).toEqual({ value: '+31612345678' })
    expect(keptValue({ kind: 'phone-home', value: '020 123 45 67', remarks: '' })).toEqual({ value: '+31201234567' })
    expect(keptValue({ kind: 'email', value: 'C.Test@post.example', remarks: '' })).toEqual({ value: 'C.Test@post.example' })
  })

  it('must be of its kind', () => {
    expect(keptValue({ kind: 'email', value: '06 12345678', remarks: '' })).toEqual({ rule: 'email-format' })
    expect(keptValue({ kind: 'phone-home', value: 'c.test@post.example', remarks: '' })).toEqual({ rule: 'phone-format' })
    expect(keptValue({ kind: 'phone-mobile-private', value: '020 123 45 67', remarks: '' })).toEqual({ rule: 'phone-format' })
    expect(keptValue({ kind: 'phone-home-private', value: '999999', remarks: '' })).toEqual({ rule: 'phone-format' })
  })
})

describe('a contact person', () => {
  const person = {
    name: 'Dennis Test',
    phone1: '06 12345678',
    phone2: '',
    email: '',
    type: 'family',
    primary: true,
    remarks: '',
  } as const

  it('keeps both numbers in one form', () => {
    expect(keptPerson({ ...person, phone2: '0201234567' })).toMatchObject({ phone1: '+31612345678', phone2: '+31201234567' })
    expect(keptPerson(person)).toMatchObject({ phone2: '' })
  })

  it('names the number that is none', () => {
    expect(keptPerson({ ...person, phone1: '061234' })).toEqual({ field: 'phone1', rule: 'phone-format' })
    expect(keptPerson({ ...person, phone2: '061234' })).toEqual({ field: 'phone2', rule: 'phone-format' })
  })
})
