import { Curve, type KeyPair, proto } from '@whiskeysockets/baileys'
import { unixSeconds } from '../wire/bytes.ts'

const VALID_FOR_SECONDS = 365 * 24 * 60 * 60
const CLOCK_SKEW_SECONDS = 24 * 60 * 60
const ROOT_SERIAL = 0
const INTERMEDIATE_SERIAL = 1
const LEAF_SERIAL = 2

/** The keys by which clients recognise the server. */
export interface ServerIdentity {
  /** What a client pins: the public half of the key that signs the intermediate certificate. */
  rootKey: Buffer
  noiseKey: KeyPair
  /** Encoded `CertChain`: root signs the intermediate, the intermediate signs the noise key. */
  certificateChain: Uint8Array
}

export function createServerIdentity(): ServerIdentity {
  const root = Curve.generateKeyPair()
  const intermediate = Curve.generateKeyPair()
  const noiseKey = Curve.generateKeyPair()
  const certificateChain = proto.CertChain.encode({
    intermediate: certify({
      serial: INTERMEDIATE_SERIAL,
      issuerSerial: ROOT_SERIAL,
      key: intermediate.public,
      signWith: root,
    }),
    leaf: certify({
      serial: LEAF_SERIAL,
      issuerSerial: INTERMEDIATE_SERIAL,
      key: noiseKey.public,
      signWith: intermediate,
    }),
  }).finish()
  return { rootKey: Buffer.from(root.public), noiseKey, certificateChain }
}

interface CertificateRequest {
  serial: number
  issuerSerial: number
  key: Uint8Array
  signWith: KeyPair
}

function certify({ serial, issuerSerial, key, signWith }: CertificateRequest) {
  const now = unixSeconds()
  const details = proto.CertChain.NoiseCertificate.Details.encode({
    serial,
    issuerSerial,
    key,
    notBefore: now - CLOCK_SKEW_SECONDS,
    notAfter: now + VALID_FOR_SECONDS,
  }).finish()
  return { details, signature: Curve.sign(signWith.private, details) }
}
