import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import { couldEver } from '#domain/access/can.ts'
import type { Permission } from '#domain/access/can.ts'
import type PrismaTypes from '#prisma/generated/pothos.ts'
import { getDatamodel } from '#prisma/generated/pothos.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import type { GraphqlContext } from './context.ts'
import { costOfField, DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './kernel/cost-of-field.ts'

export interface SchemaTypes {
  Context: GraphqlContext
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  DefaultInputFieldRequiredness: true
  AuthScopes: { may: Permission; public: boolean }
  Scalars: {
    ID: { Input: string; Output: string | number | bigint }
    DateTime: { Input: Date; Output: Date }
    Day: { Input: string; Output: string }
    JSON: { Input: unknown; Output: unknown }
    Bytes: { Input: Uint8Array<ArrayBuffer>; Output: Uint8Array }
  }
}

/**
 * The schema in the making. Every mutation and every query that isn't public carries `authScopes: { may: '<permission>' }`: it
 * asks whether some thing could exist on which the viewer may act; the use case asks again with the thing in hand.
 */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, PrismaPlugin, RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  defaultInputFieldRequiredness: true,
  prisma: {
    client: (context) => context.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: { models: true, fields: false },
    onUnusedQuery: 'warn',
    maxConnectionSize: MAX_PAGE_SIZE,
    defaultConnectionSize: DEFAULT_PAGE_SIZE,
  },
  scopeAuth: {
    authScopes: (context) => ({
      public: true,
      may: (permission: Permission) => couldEver(context.viewer, permission),
    }),
    unauthorizedError: (_parent, context, info) => new ForbiddenError(info.fieldName, context.viewer.kind === 'ANONYMOUS'),
  },
  errors: { defaultTypes: [], directResult: true, unsafelyHandleInputErrors: true },
  // No `node(id)`: it would load any thing by its id, past the where-clause that says who may see it.
  relay: { clientMutationId: 'required', cursorType: 'String', nodeQueryOptions: false, nodesQueryOptions: false },
  // Only says what fields cost; graphql/server/operation-cost.ts holds callers of the endpoint to their limits.
  complexity: { fieldComplexity: costOfField },
})

builder.queryType({})
builder.mutationType({})
