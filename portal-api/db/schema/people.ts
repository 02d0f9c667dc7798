/** Clients and those around them. */
import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, pgTable, real, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { ContactDetailKind, ContactPersonType } from '../../../shared/domain/clients.ts'
import { id, instant, provider, version } from './columns.ts'
import { providers, staff } from './providers.ts'

export const caregivers = pgTable(
  'caregivers',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    /** "Samira Öztürk"; clients see the first name. */
    name: text('name').notNull(),
    firstName: text('first_name').notNull(),
    /** Service codes this caregiver may carry out. */
    qualifications: text('qualifications').array().notNull(),
    contractMinutes: integer('contract_minutes').notNull(),
    /** Days of the week at work, 0 = Sunday … 6 = Saturday. */
    weekdays: integer('weekdays').array().notNull(),
    /** Availability within such a day, in minutes since midnight. */
    fromMinute: integer('from_minute').notNull(),
    toMinute: integer('to_minute').notNull(),
    /** Home, where travel from it is counted; degrees (WGS 84). */
    homeLat: real('home_lat'),
    homeLon: real('home_lon'),
    active: boolean('active').notNull().default(true),
  },
  (t) => [index('caregivers_provider').on(t.provider)],
)

export const clients = pgTable(
  'clients',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    number: integer('number').notNull(),
    /** As staff address them: "Mevr. H. Verbeek-de Wit". */
    name: text('name').notNull(),
    /** What lists sort by: "Verbeek-de Wit, H." */
    sortName: text('sort_name').notNull(),
    birthDate: date('birth_date', { mode: 'string' }),
    street: text('street').notNull(),
    postcode: text('postcode').notNull(),
    city: text('city').notNull(),
    /** Where it is on the map, in degrees (WGS 84); travel to a client without is not counted. */
    lat: real('lat'),
    lon: real('lon'),
    serviceCode: text('service_code'),
    hoursPerWeek: real('hours_per_week'),
    indicationNotes: text('indication_notes').array().notNull().default(sql`'{}'`),
    usualCaregiverId: uuid('usual_caregiver_id').references(() => caregivers.id),
    careEndedAt: instant('care_ended_at'),
    version: version(),
  },
  (t) => [
    uniqueIndex('clients_number').on(t.provider, t.number),
    index('clients_name_search').using('gin', sql`lower(${t.name}) gin_trgm_ops`),
    index('clients_sort').on(t.provider, t.sortName, t.id),
  ],
)

export const contactDetails = pgTable(
  'contact_details',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    clientId: uuid('client_id')
      .notNull()
      .references(() => clients.id),
    kind: text('kind').$type<ContactDetailKind>().notNull(),
    value: text('value').notNull(),
    remarks: text('remarks').notNull().default(''),
    /** Since when this value stands: a young address cannot verify a caller. */
    since: instant('since').notNull(),
    removedAt: instant('removed_at'),
    version: version(),
  },
  (t) => [index('contact_details_client').on(t.clientId)],
)

export const contactPersons = pgTable(
  'contact_persons',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    clientId: uuid('client_id')
      .notNull()
      .references(() => clients.id),
    name: text('name').notNull(),
    phone1: text('phone1').notNull(),
    phone2: text('phone2').notNull().default(''),
    email: text('email').notNull().default(''),
    type: text('type').$type<ContactPersonType>().notNull(),
    primary: boolean('primary').notNull().default(false),
    remarks: text('remarks').notNull().default(''),
    removedAt: instant('removed_at'),
    version: version(),
  },
  (t) => [index('contact_persons_client').on(t.clientId)],
)

/** Who of the staff cares for a client, as what ("Eerst Verantwoordelijke Verzorgende"); the client can write to them. */
export const careTeamMembers = pgTable(
  'care_team_members',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    clientId: uuid('client_id')
      .notNull()
      .references(() => clients.id),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    function: text('function').notNull(),
    since: instant('since').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [index('care_team_members_client').on(t.clientId)],
)

/** Careflex: the business customer, and its projects with a care manager. */
export const organisations = pgTable('organisations', {
  id: id(),
  provider: provider().references(() => providers.id),
  name: text('name').notNull(),
  street: text('street').notNull().default(''),
  postcode: text('postcode').notNull().default(''),
  city: text('city').notNull().default(''),
  phone: text('phone').notNull().default(''),
  email: text('email').notNull().default(''),
  /** KvK-nummer. */
  chamberNumber: text('chamber_number').notNull().default(''),
})

export const projects = pgTable(
  'projects',
  {
    id: id(),
    provider: provider().references(() => providers.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
    careManagerId: uuid('care_manager_id').references(() => staff.id),
  },
  (t) => [index('projects_organisation').on(t.organisationId)],
)
