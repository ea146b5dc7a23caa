/**
 * Every field of a form, in its order: those of its sections, and those of each activity listed.
 * @param {import('./types.js').FormView | undefined} view
 */
export const fieldsOf = (view) =>
  (view?.sections ?? []).flatMap(({ fields, activities }) => [
    ...fields,
    ...(activities?.items.flatMap((item) => item.fields) ?? []),
  ])
