/** What makes the five demo providers differ: their services, their clients' users, the size of their backlog. */

/** A kind of service and how it is planned. */
export interface ServiceRecipe {
  readonly code: string
  /** Lengths to choose from, in minutes. */
  readonly minutes: readonly number[]
  /** Visits a week to choose from; 0 = not for this client. */
  readonly perWeek: readonly number[]
  /** Starts between these, in minutes since midnight, on a step. */
  readonly windows: readonly (readonly [from: number, to: number])[]
  readonly step: number
  /** On Saturdays, Sundays and public holidays too. */
  readonly everyDay: boolean
}

export interface ProviderRecipe {
  readonly provider: string
  /** Clients; for a provider of projects: people at its customers. */
  readonly clients: number
  readonly caregivers: number
  readonly services: readonly ServiceRecipe[]
  readonly firstClientNumber: number
  /** Area code of its landlines. */
  readonly areaCode: string
  /** The middle of its region, in degrees. */
  readonly centre: { readonly lat: number; readonly lon: number }
  /** Chance that a caregiver works at weekends. */
  readonly weekends: number
}

const hour = (hours: number) => hours * 60

const HOME_HELP: readonly ServiceRecipe[] = [
  {
    code: 'HV 1',
    minutes: [90, 120, 120, 120, 150, 180],
    perWeek: [1, 1, 1, 1, 2],
    windows: [[hour(8), hour(15)]],
    step: 30,
    everyDay: false,
  },
  {
    code: 'HV 2',
    minutes: [60, 60, 90],
    perWeek: [0, 0, 0, 0, 1],
    windows: [[hour(8), hour(17.5)]],
    step: 30,
    everyDay: false,
  },
]

const HOME_CARE: readonly ServiceRecipe[] = [
  {
    code: 'PV',
    minutes: [25, 30, 30, 45],
    perWeek: [1, 2, 2, 3],
    windows: [
      [hour(7), hour(10.5)],
      [hour(16), hour(18.25)],
    ],
    step: 15,
    everyDay: true,
  },
  { code: 'VP', minutes: [15, 20, 30], perWeek: [0, 0, 1], windows: [[hour(8), hour(16)]], step: 15, everyDay: true },
  { code: 'BG', minutes: [60, 90], perWeek: [0, 0, 0, 1], windows: [[hour(10), hour(16)]], step: 30, everyDay: false },
]

/** Shifts at the places of customers: by day, in the evening. */
const STAFFING: readonly ServiceRecipe[] = [
  { code: 'DD', minutes: [120, 180, 240], perWeek: [1, 1, 2, 2], windows: [[hour(7.5), hour(13)]], step: 30, everyDay: true },
  { code: 'AD', minutes: [120, 180], perWeek: [0, 1, 1], windows: [[hour(14), hour(15)]], step: 30, everyDay: true },
]

export const RECIPES: readonly ProviderRecipe[] = [
  {
    provider: 'cordaan',
    clients: 400,
    caregivers: 60,
    services: HOME_HELP,
    firstClientNumber: 104_100,
    areaCode: '020',
    centre: { lat: 52.37, lon: 4.9 },
    weekends: 0,
  },
  {
    provider: 'axxicom',
    clients: 400,
    caregivers: 60,
    services: HOME_HELP,
    firstClientNumber: 200_300,
    areaCode: '070',
    centre: { lat: 52.08, lon: 4.31 },
    weekends: 0,
  },
  {
    provider: 'zuyderland',
    clients: 400,
    caregivers: 60,
    services: HOME_CARE,
    firstClientNumber: 311_000,
    areaCode: '046',
    centre: { lat: 51.0, lon: 5.87 },
    weekends: 0.6,
  },
  {
    provider: 'laurens',
    clients: 400,
    caregivers: 60,
    services: HOME_CARE,
    firstClientNumber: 118_200,
    areaCode: '010',
    centre: { lat: 51.92, lon: 4.48 },
    weekends: 0.6,
  },
  {
    provider: 'careflex',
    clients: 400,
    caregivers: 60,
    services: STAFFING,
    firstClientNumber: 0,
    areaCode: '030',
    centre: { lat: 52.09, lon: 5.12 },
    weekends: 0.3,
  },
]
