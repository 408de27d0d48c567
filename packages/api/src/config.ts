import path from 'node:path'
import { z } from 'zod'
import { parseLimits, type RateLimitOverrides } from './limits/rules.ts'

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
const onOff = z.enum(['on', 'off'])

function limits(text: string, context: z.RefinementCtx): RateLimitOverrides {
  try {
    return parseLimits(text)
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : '' })
    return z.NEVER
  }
}

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on. */
  HOST: z.string().default('0.0.0.0'),
  /** Database, media, key and everything else that must survive. */
  PARLEY_DATA_DIR: z.string().default('./data'),
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

export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataDir: string
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
  }
}
