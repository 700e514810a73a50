import { join } from 'node:path'
import { createDiskFileStore } from './disk-file-store.ts'
import type { FileStore } from './file-store.ts'
import { createS3FileStore } from './s3-file-store.ts'

/** The settings that say where files lie (env.ts). */
export interface FileStoreSettings {
  readonly DATA_DIR: string
  readonly S3_ENDPOINT?: string | undefined
  readonly S3_BUCKET?: string | undefined
  readonly S3_REGION: string
  readonly S3_ACCESS_KEY_ID?: string | undefined
  readonly S3_SECRET_ACCESS_KEY?: string | undefined
}

/**
 * The file store of the settings: S3 where an endpoint is named, else the folder `files` in DATA_DIR.
 * @throws Error naming what else S3 needs
 */
export function createFileStore(settings: FileStoreSettings): FileStore {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings
  if (endpoint === undefined) return createDiskFileStore(join(settings.DATA_DIR, 'files'))
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    throw new Error('With S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set too: see docs/how-to/files.md.')
  }
  return createS3FileStore({ endpoint, bucket, region: settings.S3_REGION, accessKeyId, secretAccessKey })
}
