/** The addresses of caregivers who are not there. */
export const AWAY = '/planning'
export const REPORT_AWAY = `${AWAY}/new`
export const addressOfAbsence = (id: string): string => `${AWAY}/${id}`
/** What an opened place is told: the focus goes to its title. */
export const TO_TITLE = { state: { focus: true } } as const
