import { GraphQLError, Kind } from 'graphql'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import { builder } from '../builder.ts'

builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601 in UTC.',
  serialize: (value) => new Date(value).toISOString(),
  parseValue: (value) => {
    const at = typeof value === 'string' ? new Date(value) : null
    if (!at || Number.isNaN(at.getTime())) throw new GraphQLError('DateTime: expected an ISO 8601 instant')
    return at
  },
})

builder.scalarType('Day', {
  description: 'A legal day in Asia/Shanghai, YYYY-MM-DD.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value !== 'string' || !isCalendarDay(value)) throw new GraphQLError('Day: expected an existing day as YYYY-MM-DD')
    return value
  },
  parseLiteral: (node) => {
    if (node.kind !== Kind.STRING || !isCalendarDay(node.value)) throw new GraphQLError('Day: expected an existing day as YYYY-MM-DD')
    return node.value
  },
})

builder.scalarType('JSON', {
  description: 'Facts by name, as JSON.',
  serialize: (value) => value,
})

builder.scalarType('Bytes', {
  description: 'The content of a file, base64. In process a page hands over the bytes as they are.',
  serialize: (value) => Buffer.from(value).toString('base64'),
  parseValue: (value) => {
    if (value instanceof Uint8Array) return new Uint8Array(value)
    if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) throw new GraphQLError('Bytes: expected base64')
    return new Uint8Array(Buffer.from(value, 'base64'))
  },
})
