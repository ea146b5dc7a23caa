// The structural part of the check, as three well-known validators do it: types, bounds, required
// figures, no unknown ones. Nothing that crosses fields, no dates against periods, no declared rules.
import Ajv from 'ajv/dist/2020.js'
import * as v from 'valibot'
import * as z from 'zod'

const COUNT_LIMIT = 1_000_000

function kindOf(indicator) {
  return typeof indicator.measure === 'string' ? indicator.measure : Object.keys(indicator.measure)[0]
}

function fieldsOf(plan) {
  const required = new Set(
    plan.templates[0].sections
      .flatMap((s) => s.fields ?? [])
      .filter((f) => f.required)
      .map((f) => f.indicator),
  )
  return plan.indicators.map((i) => ({ id: i.id, kind: kindOf(i), required: required.has(i.id) }))
}

/** @returns {(report: unknown) => boolean} compiled Ajv */
export function ajvCheck(plan) {
  const whole = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
  const schemaOf = {
    count: { type: 'integer', minimum: 0, maximum: COUNT_LIMIT },
    money: whole,
    share: {
      type: 'object',
      properties: { part: whole, whole },
      required: ['part', 'whole'],
      additionalProperties: false,
    },
    done: { type: 'boolean' },
    text: { type: 'string', maxLength: 500 },
  }
  const fields = fieldsOf(plan)
  const text = { type: 'string' }
  const shape = (properties, required) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  })
  const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
  const schema = shape(
    {
      format: { const: 1 },
      plan: text,
      planVersion: whole,
      duty: text,
      unit: text,
      period: shape({ from: date, to: date }, ['from', 'to']),
      figures: shape(
        Object.fromEntries(fields.map((f) => [f.id, schemaOf[f.kind]])),
        fields.filter((f) => f.required).map((f) => f.id),
      ),
      activities: {
        type: 'array',
        maxItems: 300,
        items: shape(
          {
            title: { type: 'string', minLength: 1, maxLength: 300 },
            date,
            place: { type: 'string', maxLength: 300 },
            participants: whole,
            links: { type: 'array', items: { type: 'string', pattern: '^https?://' } },
          },
          ['title', 'date', 'participants'],
        ),
      },
      explanations: { type: 'array' },
    },
    ['format', 'plan', 'planVersion', 'duty', 'unit', 'period', 'figures', 'activities'],
  )
  return new Ajv({ allErrors: true }).compile(schema)
}

/** @returns {(report: unknown) => boolean} Zod */
export function zodCheck(plan) {
  const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
  const of = {
    count: z.number().int().min(0).max(COUNT_LIMIT),
    money: whole,
    share: z.strictObject({ part: whole, whole }),
    done: z.boolean(),
    text: z.string().max(500),
  }
  const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
  const schema = z.strictObject({
    format: z.literal(1),
    plan: z.string(),
    planVersion: whole,
    duty: z.string(),
    unit: z.string(),
    period: z.strictObject({ from: date, to: date }),
    figures: z.strictObject(
      Object.fromEntries(fieldsOf(plan).map((f) => [f.id, f.required ? of[f.kind] : of[f.kind].optional()])),
    ),
    activities: z
      .array(
        z.strictObject({
          title: z.string().min(1).max(300),
          date,
          place: z.string().max(300).optional(),
          participants: whole,
          links: z.array(z.string().regex(/^https?:\/\//)).optional(),
        }),
      )
      .max(300),
    explanations: z.array(z.unknown()).optional(),
  })
  return (report) => schema.safeParse(report).success
}

/** @returns {(report: unknown) => boolean} Valibot */
export function valibotCheck(plan) {
  const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
  const of = {
    count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(COUNT_LIMIT)),
    money: whole,
    share: v.strictObject({ part: whole, whole }),
    done: v.boolean(),
    text: v.pipe(v.string(), v.maxLength(500)),
  }
  const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
  const schema = v.strictObject({
    format: v.literal(1),
    plan: v.string(),
    planVersion: whole,
    duty: v.string(),
    unit: v.string(),
    period: v.strictObject({ from: date, to: date }),
    figures: v.strictObject(
      Object.fromEntries(fieldsOf(plan).map((f) => [f.id, f.required ? of[f.kind] : v.optional(of[f.kind])])),
    ),
    activities: v.pipe(
      v.array(
        v.strictObject({
          title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
          date,
          place: v.optional(v.pipe(v.string(), v.maxLength(300))),
          participants: whole,
          links: v.optional(v.array(v.pipe(v.string(), v.regex(/^https?:\/\//)))),
        }),
      ),
      v.maxLength(300),
    ),
    explanations: v.optional(v.array(v.unknown())),
  })
  return (report) => v.safeParse(schema, report).success
}
