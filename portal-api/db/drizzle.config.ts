/** How `npm run db:generate` writes the next migration from the schema. */
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './portal-api/db/schema/index.ts',
  out: './portal-api/db/migrations',
})
