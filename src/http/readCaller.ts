import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { TLSSocket } from 'node:tls'

/** Where a request comes from and how it reached us. */
export type Caller = {
  /** Address of the client; the proxy's where the proxy is not trusted. */
  readonly ip: string
  /** The address that was called, such as `https://sori.example`. */
  readonly calledUrl: string
}

const hostPattern = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/iu

/**
 * Makes the function that tells who called. `X-Forwarded-*` counts only when the neighbour is a trusted proxy.
 *
 * @param trustedProxies addresses or CIDR ranges, such as `10.0.0.0/8`
 */
export function createReadCaller(trustedProxies: readonly string[]): (request: IncomingMessage) => Caller {
  const trusted = toBlockList(trustedProxies)
  const isTrusted = (ip: string) => isIP(ip) !== 0 && trusted.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4')

  return (request) => {
    const neighbour = plainIp(request.socket.remoteAddress ?? '')
    const forwarded = (name: string) => (isTrusted(neighbour) ? listed(request.headers[name]) : [])
    const clients = forwarded('x-forwarded-for').map(plainIp)
    const isSecure = forwarded('x-forwarded-proto').at(-1) ?? (request.socket instanceof TLSSocket ? 'https' : 'http')
    const host = forwarded('x-forwarded-host').at(-1) ?? request.headers.host ?? ''
    return {
      ip: clients.findLast((ip) => !isTrusted(ip)) ?? clients[0] ?? neighbour,
      calledUrl: `${isSecure === 'https' ? 'https' : 'http'}://${hostPattern.test(host) ? host : localHost(request)}`,
    }
  }
}

function toBlockList(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(address, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family)
  }
  return list
}

function listed(header: string | readonly string[] | undefined): readonly string[] {
  return String(header ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

/** An IPv4 caller of a socket that listens on IPv6 shows as `::ffff:127.0.0.1`. */
function plainIp(ip: string): string {
  return ip.replace(/^::ffff:(?=\d+\.)/iu, '')
}

function localHost({ socket }: IncomingMessage): string {
  const address = socket.localAddress ?? '127.0.0.1'
  return `${isIP(address) === 6 ? `[${address}]` : address}:${socket.localPort ?? 80}`
}
