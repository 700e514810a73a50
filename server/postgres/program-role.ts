import { createHmac } from 'node:crypto'
import { Client } from 'pg'

/** The role the program connects as in a cluster of its own: it reads and writes rows and makes nothing. */
export const programRole = 'xinxuan_program'

/** Ours, arbitrary: so that two starts don't change the role at the same moment. */
const advisoryLock = 7_215_094_320

/**
 * The program's URL of the database that a superuser's URL names. Its password is derived from the superuser's, so that there is no second
 * secret to keep, and knowing it does not lead back.
 */
export function programUrl(superuserUrl: string): string {
  const url = new URL(superuserUrl)
  const password = createHmac('sha256', decodeURIComponent(url.password)).update('password of the program’s role').digest('hex')
  return Object.assign(url, { username: programRole, password }).href
}

/** Makes the program's role in the superuser's cluster, or brings it back to what it has to be. A cluster of an older release has none. */
export async function provideProgramRole(superuserUrl: string): Promise<void> {
  const password = new URL(programUrl(superuserUrl)).password
  const admin = new Client({ connectionString: superuserUrl })
  await admin.connect()
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [advisoryLock])
    const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [programRole])
    await admin.query(
      `${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${programRole} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '${password}'`,
    )
  } finally {
    await admin.end()
  }
}
