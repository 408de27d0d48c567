import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { callbackify } from 'node:util'
import { GuardError, privateAddress } from './guardErrors.ts'
import { isPublicAddress } from './publicAddress.ts'

type LookupCallback = (
  error: Error | null,
  address: string | LookupAddress[],
  family?: number,
) => void

/** A `lookup` for sockets that gives only checked addresses. */
export function guardedLookup(
  resolve: (hostname: string) => Promise<readonly LookupAddress[]>,
): (hostname: string, options: LookupOptions, callback: LookupCallback) => void {
  const resolveChecked = callbackify((hostname: string) => checkedAddresses(hostname, resolve))
  return (hostname, options, callback) => {
    resolveChecked(hostname, (error, addresses) => {
      if (error) callback(error, '')
      else if (options.all) callback(null, [...addresses])
      else callback(null, addresses[0].address, addresses[0].family)
    })
  }
}

/** One private address spoils the name: nobody honest mixes them. */
async function checkedAddresses(
  hostname: string,
  resolve: (hostname: string) => Promise<readonly LookupAddress[]>,
): Promise<readonly [LookupAddress, ...LookupAddress[]]> {
  const [first, ...others] = await resolve(hostname).catch((error: unknown) => {
    throw new GuardError(`${hostname} cannot be found`, { cause: error })
  })
  if (!first) throw new GuardError(`${hostname} has no address`)
  if (![first, ...others].every(({ address }) => isPublicAddress(address))) {
    throw privateAddress(hostname)
  }
  return [first, ...others]
}

/** All addresses of a name, by the system's resolver. */
export const resolveAll = (hostname: string): Promise<readonly LookupAddress[]> =>
  new Promise((resolve, reject) => {
    dnsLookup(hostname, { all: true, verbatim: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    )
  })
