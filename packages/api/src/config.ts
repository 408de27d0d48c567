import path from 'node:path'
import { z } from 'zod'
import { parseLimits, type RateLimitOverrides } from './limits/rules.ts'
import type { S3Settings } from './media/storage/S3Storage.ts'

/** Setting a variable to nothing is the same as not setting it. */
const environment = (variables: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim().toLowerCase())
      .filter((item) => item !== ''),
  )
const hasNoQuery = (url: string): boolean => {
  const { search, hash, username } = new URL(url)
  return `${search}${hash}${username}` === ''
}
const onOff = z.enum(['on', 'off'])

function limits(text: string, context: z.RefinementCtx): RateLimitOverrides {
  try {
    return parseLimits(text)
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : '' })
    return z.NEVER
  }
}

/** Without any of these there is no bucket; with some of them something was forgotten. */
const BUCKET_SETTINGS = [
  'PARLEY_S3_URL',
  'PARLEY_S3_BUCKET',
  'PARLEY_S3_ACCESS_KEY',
  'PARLEY_S3_SECRET_KEY',
] as const

const variablesSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on. */
  HOST: z.string().default('0.0.0.0'),
  /** Database, media, key and everything else that must survive. */
  PARLEY_DATA_DIR: z.string().default('./data'),
  /** A service that speaks S3's protocol and keeps the bytes of media instead of the data folder. */
  PARLEY_S3_URL: z
    .url({ protocol: /^https?$/ })
    .refine(hasNoQuery, 'must be the address of the service alone')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  PARLEY_S3_BUCKET: z
    .string()
    .regex(/^[\w.-]{1,255}$/, 'must be the name of a bucket')
    .optional(),
  PARLEY_S3_REGION: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'must be the name of a region')
    .optional(),
  PARLEY_S3_ACCESS_KEY: z.string().trim().optional(),
  PARLEY_S3_SECRET_KEY: z.string().trim().optional(),
  /** A MongoDB server. Without one the embedded database is used. */
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  /** Where people reach this server: for links in e-mails, and for the cookie's Secure. */
  PARLEY_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** 32 bytes in base64 that encrypt the secrets in the database. Without it a key file is made in the data folder. */
  PARLEY_SECRET_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
  /** Comma-separated hosts, or host:port, that flows and webhooks may call although they are private. */
  PARLEY_ALLOW_PRIVATE_HOSTS: list,
  PARLEY_RATE_LIMITS: onOff.default('on'),
  /** Other limits than the documented ones: sendMessage=30,general=200. Workspaces may set their own. */
  PARLEY_LIMITS: z.string().default('').transform(limits),
  /** Only this address may sign up as the first owner. */
  PARLEY_ADMIN_EMAIL: z.string().trim().toLowerCase().pipe(z.email()).optional(),
  /** WhatsApp Web's server; another one for tests. */
  PARLEY_WHATSAPP_WS_URL: z.url({ protocol: /^wss?$/ }).optional(),
  /** Proxies in front whose X-Forwarded-… headers are believed: how many, or their addresses. */
  PARLEY_TRUST_PROXY: z.string().default('0'),
  /** Bearer token that /metrics asks for. Without one, only this machine may read it. */
  PARLEY_METRICS_TOKEN: z.string().min(16).optional(),
  /** smtp://user:password@host:port; without it, what would be mailed is logged. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: z.string().default('Parley <parley@localhost>'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

const schema = variablesSchema.superRefine((settings, context) => {
  const given = [...BUCKET_SETTINGS, 'PARLEY_S3_REGION' as const].find(
    (name) => settings[name] !== undefined,
  )
  if (given === undefined) return
  for (const name of BUCKET_SETTINGS) {
    if (settings[name] !== undefined) continue
    context.addIssue({
      code: 'custom',
      path: [name],
      message: `must be set as well, because ${given} is`,
    })
  }
})

export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataDir: string
  /** Where the bytes of media are kept; in the data folder when undefined. */
  readonly s3: S3Settings | undefined
  readonly mongodbUri: string | undefined
  /** Without a slash at the end. */
  readonly publicUrl: string
  readonly secretKey: Buffer | undefined
  readonly allowedPrivateHosts: readonly string[]
  readonly hasRateLimits: boolean
  readonly limits: RateLimitOverrides
  readonly adminEmail: string | undefined
  readonly whatsappWebSocketUrl: string | undefined
  readonly trustProxy: number | string
  readonly metricsToken: string | undefined
  readonly smtp: { readonly url: string | undefined; readonly from: string }
  readonly logLevel: string
  /** Folders in which programs are looked for. */
  readonly searchPath: string
}

/** The settings cannot be used; the message lists everything that is wrong with them. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** @throws {ConfigError} naming all variables that are wrong. */
export function parseConfig(variables: NodeJS.ProcessEnv): Config {
  const result = schema.safeParse(environment(variables))
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path: [name], message }) => `  ${String(name)} ${message}`,
    )
    throw new ConfigError(`These settings are not usable:\n${problems.join('\n')}`)
  }
  const settings = result.data
  const proxies = Number(settings.PARLEY_TRUST_PROXY)
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: path.resolve(settings.PARLEY_DATA_DIR),
    s3: toS3Settings(settings),
    mongodbUri: settings.MONGODB_URI,
    publicUrl: (settings.PARLEY_PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(
      /\/+$/,
      '',
    ),
    secretKey:
      settings.PARLEY_SECRET_KEY === undefined
        ? undefined
        : Buffer.from(settings.PARLEY_SECRET_KEY, 'base64'),
    allowedPrivateHosts: settings.PARLEY_ALLOW_PRIVATE_HOSTS,
    hasRateLimits: settings.PARLEY_RATE_LIMITS === 'on',
    limits: settings.PARLEY_LIMITS,
    adminEmail: settings.PARLEY_ADMIN_EMAIL,
    whatsappWebSocketUrl: settings.PARLEY_WHATSAPP_WS_URL,
    trustProxy: Number.isNaN(proxies) ? settings.PARLEY_TRUST_PROXY : proxies,
    metricsToken: settings.PARLEY_METRICS_TOKEN,
    smtp: { url: settings.SMTP_URL, from: settings.SMTP_FROM },
    logLevel: settings.LOG_LEVEL,
    searchPath: variables.PATH ?? '',
  }
}

/** What most services that are not Amazon's take. */
const DEFAULT_S3_REGION = 'us-east-1'

function toS3Settings(settings: z.output<typeof schema>): S3Settings | undefined {
  const {
    PARLEY_S3_URL: endpoint,
    PARLEY_S3_BUCKET: bucket,
    PARLEY_S3_REGION: region = DEFAULT_S3_REGION,
    PARLEY_S3_ACCESS_KEY: accessKeyId,
    PARLEY_S3_SECRET_KEY: secretAccessKey,
  } = settings
  // The schema made sure that there are all or none.
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return undefined
  return { endpoint, bucket, region, accessKeyId, secretAccessKey }
}
