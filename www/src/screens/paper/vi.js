/**
 * The words of a report on paper, in Vietnamese.
 * @module
 */

export const vi = {
  word: 'Tải bản Word',
  wordFailed: 'Chưa tải được phần làm tệp Word. Hãy thử lại khi có mạng.',
  wordFile: 'bao-cao',
}
