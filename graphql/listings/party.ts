import { builder } from '../builder.ts'

/** Whom a case, an entry or an engagement is about. A person shows by name and masked number only. */
export const Party = builder.prismaObject('Subject', {
  variant: 'Party',
  description: '当事人: name and code; a person by masked number only.',
  fields: (t) => ({
    kind: t.field({ type: SubjectKind, resolve: (subject) => subject.kind }),
    name: t.exposeString('name'),
    uscc: t.exposeString('uscc', { nullable: true }),
    identityMasked: t.exposeString('identityMasked', { nullable: true }),
    /** What is printed as the party's code. */
    code: t.string({ resolve: ({ uscc, identityMasked }) => uscc ?? identityMasked ?? '' }),
    isFictitious: t.exposeBoolean('isFictitious', { description: 'Invented for demonstration.' }),
  }),
})

const SubjectKind = builder.enumType('SubjectKind', { values: ['ORGANISATION', 'PERSON'] } as const)
