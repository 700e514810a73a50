import { roles } from '#domain/access/role.ts'
import { builder } from '../builder.ts'

export const Role = builder.enumType('Role', { values: roles })
