/** All tables, for the driver and for the migrations. */
export * from './access.ts'
export * from './deliveries.ts'
export * from './people.ts'
export * from './planning.ts'
export * from './platform.ts'
export * from './portal-users.ts'
export * from './providers.ts'
export * from './work.ts'
