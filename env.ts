import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { JsonWebKey } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/**
 * Every setting of the program, parsed once. Nothing else reads process.env.
 * docs/reference/settings.md is printed from this table: `npm run docs:settings`.
 */

const flag = z.enum(['0', '1', 'true', 'false'], 'must be 1 or 0').transform((text) => text === '1' || text === 'true')
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
const urlList = z
  .string()
  .transform((text) => text.split(',').flatMap((one) => one.trim().replace(/\/+$/, '') || []))
  .pipe(z.array(z.url({ protocol: /^https?$/, error: 'must be addresses separated by commas' })))
const key32 = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
const ed25519Key = z.string().refine((text) => isEd25519(text), 'must be an Ed25519 private key, as PEM (PKCS 8) or JWK')

export interface Setting {
  readonly schema: z.ZodType<unknown, string | undefined>
  readonly description: string
  /** What the reference page shows when the setting has no plain default. */
  readonly otherwise?: string
  /** Makes the value that is kept in DATA_DIR/secrets.json when none is given. */
  readonly generate?: () => string
}

const randomKey = () => randomBytes(32).toString('base64')

export const settings = {
  NODE_ENV: {
    schema: z.enum(['development', 'production', 'test']).prefault('development'),
    description: '`npm start` sets production, `npm run dev` development, the tests test.',
  },
  DATABASE_URL: {
    schema: postgresUrl.optional(),
    description: 'The PostgreSQL (15 or newer, locale C.UTF-8 or another UTF-8 one) to use.',
    otherwise: 'the embedded PostgreSQL in DATA_DIR',
  },
  MIGRATION_DATABASE_URL: {
    schema: postgresUrl.optional(),
    description:
      'The same database as DATABASE_URL, as the role that owns the tables. The program then works as the role of DATABASE_URL, which can not change the audit trail. See [the database of your own](../how-to/own-database.md).',
    otherwise: 'DATABASE_URL does both',
  },
  DATA_DIR: {
    schema: z.string().prefault('.data'),
    description: 'Folder of the embedded database, its log and the generated secrets. Back it up whole.',
  },
  HOST: { schema: z.string().prefault('127.0.0.1'), description: 'Network address to listen on; 0.0.0.0 for all.' },
  PORT: {
    schema: z.string().regex(/^\d+$/, 'must be a number').transform(Number).pipe(z.number().max(65_535)).prefault('3000'),
    description: 'Port to listen on; 0 takes a free one.',
  },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    description: 'Address that browsers use, without a path. Cookies, links and receipts carry it; with https, cookies are secure.',
    otherwise: '`http://localhost:` and PORT',
  },
  TRUST_PROXY: {
    schema: flag.prefault('0'),
    description: '1 when a reverse proxy of yours stands in front: the caller is then the last entry of X-Forwarded-For.',
  },
  WORKER: { schema: flag.prefault('1'), description: '0 leaves the jobs to another process of the same program.' },
  DEMO: {
    schema: flag.optional(),
    description: 'Load the invented demo data and demo accounts at the first start.',
    otherwise: '1 with the embedded database, else 0',
  },
  SANDBOX: { schema: flag.prefault('0'), description: 'Rehearsal: a clock that signed-in users can set. Never where decisions count.' },
  LOG_LEVEL: {
    schema: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).prefault('info'),
    description: 'How much is logged.',
  },
  METRICS_TOKEN: {
    schema: z.string().min(16).optional(),
    description: 'Bearer token for /metrics.',
    otherwise: '/metrics answers loopback callers only',
  },
  MEILI_HOST: {
    schema: z.url().optional(),
    description: 'Address of a Meilisearch (1.50 or newer) for the public search; see how-to/search-engine.md.',
    otherwise: 'search in PostgreSQL',
  },
  MEILI_KEY: { schema: z.string().optional(), description: 'API key for MEILI_HOST.' },
  SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    description:
      'Mail server for notices, `smtp://user:password@host:587` or `smtps://…`. What is told in the program goes by mail, too; see [mail](../how-to/mail.md).',
    otherwise: 'no mail; messages wait in the program',
  },
  MAIL_FROM: {
    schema: z
      .string()
      .regex(/^[^\s@<>]+@[^\s@<>]+$/, 'must be an e-mail address')
      .optional(),
    description: 'Sender address of mails. Needed with SMTP_URL.',
  },
  S3_ENDPOINT: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    description: 'Address of an S3-compatible store for uploaded files; see [files](../how-to/files.md).',
    otherwise: 'files lie in DATA_DIR/files',
  },
  S3_BUCKET: { schema: z.string().min(3).optional(), description: 'Bucket of S3_ENDPOINT.' },
  S3_REGION: { schema: z.string().min(1).prefault('us-east-1'), description: 'Region that requests to S3_ENDPOINT are signed for.' },
  S3_ACCESS_KEY_ID: { schema: z.string().min(1).optional(), description: 'Access key for S3_ENDPOINT.' },
  S3_SECRET_ACCESS_KEY: { schema: z.string().min(1).optional(), description: 'Secret of S3_ACCESS_KEY_ID.' },
  DRAND_URLS: {
    schema: urlList.optional(),
    description:
      'Relays of the public randomness beacon drand for draws, separated by commas, e.g. https://api.drand.sh,https://drand.cloudflare.com. What they say is checked against the pinned key of quicknet.',
    otherwise: 'draws begin with the public lottery numbers',
  },
  TEST_DATABASE_URL: {
    schema: postgresUrl.optional(),
    description: 'Superuser URL of a PostgreSQL on which the tests may create and drop databases.',
    otherwise: 'an embedded one in `.data/test`',
  },
  AUTH_SECRET: { schema: z.string().min(32).optional(), description: 'Signs the session cookies.', generate: randomKey },
  IDENTITY_KEY: {
    schema: key32.optional(),
    description: 'AES-256-GCM key for stored identity numbers: 32 bytes in base64.',
    generate: randomKey,
  },
  IDENTITY_HASH_KEY: {
    schema: key32.optional(),
    description: 'HMAC-SHA-256 key by which a person is found: 32 bytes in base64. Never change it.',
    generate: randomKey,
  },
  RECEIPT_SIGNING_KEY: {
    schema: ed25519Key.optional(),
    description: 'Ed25519 private key that signs check receipts, as PEM or JWK.',
    generate: () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  },
  POSTGRES_PASSWORD: {
    schema: z.string().min(8).optional(),
    description: 'Password of the embedded PostgreSQL.',
    generate: () => randomBytes(18).toString('hex'),
  },
} as const satisfies Record<string, Setting>

type Settings = typeof settings
type SecretName = { [K in keyof Settings]: Settings[K] extends { generate: () => string } ? K : never }[keyof Settings]
type Parsed = { readonly [K in Exclude<keyof Settings, SecretName | 'DEMO' | 'PUBLIC_URL'>]: z.output<Settings[K]['schema']> }
export type Env = Parsed & { readonly [K in SecretName]: string } & { readonly DEMO: boolean; readonly PUBLIC_URL: string }

/** A setting that can't be used; the message names every one. */
export class SettingsProblem extends Error {
  override name = 'SettingsProblem'
}

/**
 * Reads the settings from `variables`; an empty one counts as unset.
 * Secrets are read at first use: from the variable, else from DATA_DIR/secrets.json, which is made (mode 0600) when missing.
 * @throws SettingsProblem
 */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.keys(settings).map((name) => [name, variables[name] === '' ? undefined : variables[name]]))
  const shape = Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema]))
  const result = z.object(shape).safeParse(given)
  if (!result.success) {
    throw new SettingsProblem(
      `Wrong settings: ${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}.`,
    )
  }
  if (given['SMTP_URL'] !== undefined && given['MAIL_FROM'] === undefined)
    throw new SettingsProblem('With SMTP_URL, MAIL_FROM must be set too.')
  if (
    given['S3_ENDPOINT'] !== undefined &&
    [given['S3_BUCKET'], given['S3_ACCESS_KEY_ID'], given['S3_SECRET_ACCESS_KEY']].includes(undefined)
  ) {
    throw new SettingsProblem('With S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set too.')
  }
  const plain = result.data as z.output<z.ZodObject<{ [K in keyof Settings]: Settings[K]['schema'] }>>
  const mustBeGiven = plain.NODE_ENV === 'production' && plain.DATABASE_URL !== undefined
  const names = secretNames.filter((name) => name !== 'POSTGRES_PASSWORD' && plain[name] === undefined)
  if (mustBeGiven && names.length > 0) {
    throw new SettingsProblem(
      `With DATABASE_URL in production these secrets must be set too: ${names.join(', ')}. See docs/reference/settings.md.`,
    )
  }
  const env = {
    ...plain,
    DEMO: plain.DEMO ?? plain.DATABASE_URL === undefined,
    PUBLIC_URL: (plain.PUBLIC_URL ?? `http://localhost:${plain.PORT}`).replace(/\/$/, ''),
  }
  let kept: Record<string, string> | undefined
  for (const name of secretNames) {
    Object.defineProperty(env, name, { enumerable: false, get: () => plain[name] ?? (kept ??= keepSecrets(plain.DATA_DIR))[name] })
  }
  return env as unknown as Env
}

const secretNames = Object.entries(settings).flatMap(([name, setting]) => ('generate' in setting ? [name as SecretName] : []))

/** The secrets of this installation. Made once; of two processes that make them at the same time, both keep the first one's. */
function keepSecrets(dataDir: string): Record<string, string> {
  const file = join(dataDir, 'secrets.json')
  const read = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  let known: Record<string, string> = {}
  try {
    known = read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new SettingsProblem(`${file} can't be read: restore it from your backup.`)
  }
  const missing = secretNames.filter((name) => known[name] === undefined)
  if (missing.length === 0) return known
  const isNew = Object.keys(known).length === 0
  for (const name of missing) known[name] = settings[name].generate()
  mkdirSync(dirname(file), { recursive: true })
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600 })
  try {
    if (!isNew) rmSync(file)
    linkSync(fresh, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh)
  }
  return read()
}

function isEd25519(text: string): boolean {
  try {
    const key = text.trimStart().startsWith('{')
      ? createPrivateKey({ key: JSON.parse(text) as JsonWebKey, format: 'jwk' })
      : createPrivateKey(text)
    return key.asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}

export const env: Env = readSettings(process.env)
