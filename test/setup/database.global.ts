import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { provideProgramRole } from '#server/postgres/program-role.ts'
import { openTestCluster } from './cluster.ts'
import { prepareTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's URL of the database `postgres`. */
    clusterUrl: string
    template: string
    demoTemplate: string
    /** Begins the name of every database that this run makes. */
    clonePrefix: string
  }
}

/** Starts PostgreSQL and makes the template databases before the tests; drops the clones afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await openTestCluster()
  await provideProgramRole(cluster.url('postgres'))
  const clonePrefix = `xinxuan_test_${process.pid}_`
  project.provide('clusterUrl', cluster.url('postgres'))
  project.provide('clonePrefix', clonePrefix)
  project.provide('template', await prepareTemplate(cluster, 'reference'))
  project.provide('demoTemplate', project.name === 'journeys' ? await prepareTemplate(cluster, 'demo') : '')
  return async () => {
    const admin = new Client({ connectionString: cluster.url('postgres') })
    await admin.connect()
    const { rows } = await admin.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [clonePrefix])
    for (const { datname } of rows) await admin.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`)
    await admin.end()
    await cluster.stop()
  }
}
