// The same question asked of DuckDB: from the same lines, the reports that hold, no period added that a longer
// one takes in, and of each figure the sum, by unit, by sector and of all. Less than a roll-up says: no pace, no
// spans, no missing, no duplicates.
import { DuckDBInstance } from '@duckdb/node-api'

/**
 * Opens a database in memory.
 * @param {number} threads
 */
export async function open(threads) {
  const instance = await DuckDBInstance.create(':memory:', { threads: `${threads}` })
  return instance.connect()
}

/**
 * The sums of the figures that add up.
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {any} plan
 * @param {string} path NDJSON of arrivals
 * @returns {Promise<Map<string, number>>} by indicator
 */
export async function ask(connection, plan, path) {
  const counted = plan.indicators.filter(isCounted).map((indicator) => indicator.id)
  const figures = counted.map((id) => `"${id}" BIGINT`).join(', ')
  const sectors = plan.units.map(({ id, sector }) => `('${id}', '${sector ?? ''}')`).join(', ')
  const sql = `
    with arrival as (
      select revision, receivedAt as received_at, submission.id as id, submission.report as report
      from read_json('${path}', format = 'newline_delimited', columns = {
        receivedAt: 'TIMESTAMP',
        revision: 'INTEGER',
        submission: 'STRUCT(id VARCHAR, report STRUCT(duty VARCHAR, unit VARCHAR,
          period STRUCT("from" DATE, "to" DATE), figures STRUCT(${figures})))'
      })
    ),
    holding as (
      select report.unit as unit, report.duty as duty, report.period."from" as first, report.period."to" as last,
        received_at, unnest(report.figures)
      from arrival
      qualify row_number() over (
        partition by report.unit, report.duty, report.period order by revision desc, received_at desc, id desc) = 1
    ),
    figure as (
      unpivot holding on ${counted.map((id) => `"${id}"`).join(', ')} into name indicator value value
    ),
    -- Of the same days only the report that came last.
    one as (
      select * from figure
      qualify row_number() over (partition by unit, indicator, first, last order by received_at desc, duty) = 1
    ),
    kept as (
      select * from one as short where not exists (
        select 1 from one as long
        where long.unit = short.unit and long.indicator = short.indicator
          and long.last - long.first > short.last - short.first
          and long.first <= short.last and long.last >= short.first
          and short.first <= cast(long.received_at + interval 7 hour as date))
    )
    select indicator, unit, sector, sum(value)::BIGINT as value
    from kept join (values ${sectors}) as units(id, sector) on id = unit
    group by grouping sets ((indicator), (indicator, sector), (indicator, unit))`
  const rows = (await connection.runAndReadAll(sql)).getRowObjects()
  const all = rows.filter(({ unit, sector }) => unit === null && sector === null)
  return new Map(all.map(({ indicator, value }) => [`${indicator}`, Number(value)]))
}

function isCounted({ measure, combine }) {
  return (combine ?? 'sum') === 'sum' && (measure === 'money' || measure.count !== undefined)
}
