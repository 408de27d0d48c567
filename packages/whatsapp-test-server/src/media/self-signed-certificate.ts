import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import {
  bitString,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  tagged,
  trueValue,
  utcTime,
  utf8String,
} from './der.ts'

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
const COMMON_NAME = '2.5.4.3'
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17'
const BASIC_CONSTRAINTS = '2.5.29.19'
const NAME = 'WhatsApp test server'
const DAY_MS = 24 * 60 * 60 * 1000
const VALID_DAYS = 3650

/** Context-specific tags of X.509 (RFC 5280). */
const TAG = { version: 0xa0, extensions: 0xa3, dnsName: 0x82, ipAddress: 0x87 } as const

export interface TlsCertificate {
  keyPem: string
  /** The certificate, which is its own authority: clients trust exactly this. */
  certificatePem: string
}

/**
 * A certificate for 127.0.0.1 and localhost, made anew for each server. Baileys uploads media over HTTPS
 * only, and Node can make keys but not certificates.
 */
export function createSelfSignedCertificate(): TlsCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const body = certificateBody(publicKey)
  const signature = sign('sha256', body, privateKey)
  const certificate = sequence(body, signatureAlgorithm(), bitString(signature))
  return {
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: toPem(certificate),
  }
}

function certificateBody(publicKey: KeyObject): Buffer {
  const now = Date.now()
  const name = sequence(setOf(sequence(objectIdentifier(COMMON_NAME), utf8String(NAME))))
  const version3 = tagged(TAG.version, integer(Buffer.from([2])))
  return sequence(
    version3,
    integer(randomBytes(8)),
    signatureAlgorithm(),
    name,
    sequence(utcTime(new Date(now - DAY_MS)), utcTime(new Date(now + VALID_DAYS * DAY_MS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(TAG.extensions, sequence(basicConstraints(), alternativeNames())),
  )
}

function signatureAlgorithm(): Buffer {
  return sequence(objectIdentifier(ECDSA_WITH_SHA256))
}

/** Marks the certificate as an authority, so that it may vouch for itself. */
function basicConstraints(): Buffer {
  return sequence(
    objectIdentifier(BASIC_CONSTRAINTS),
    trueValue(),
    octetString(sequence(trueValue())),
  )
}

function alternativeNames(): Buffer {
  const names = sequence(
    tagged(TAG.ipAddress, Buffer.from([127, 0, 0, 1])),
    tagged(TAG.dnsName, Buffer.from('localhost')),
  )
  return sequence(objectIdentifier(SUBJECT_ALTERNATIVE_NAME), octetString(names))
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
