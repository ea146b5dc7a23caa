;; Puts a module together again that www/apart.mjs took apart, and travels with it: it runs once, on whatever device, before
;; anything is optimized, where a script would take many times as long.
;;
;; Memory: where each row goes on (a row holds what one kind of instruction names: row 0 what functions declare, row 1 the
;; instructions themselves), how many numbers each kind names, and what came (from 2048 on), with what is made behind it. What came
;; is itself a row, 511, as far as it is read from its beginning on. www/apart.mjs puts it there, makes room, and says in 2040 how
;; long it is. Damage on the way ends in a trap, or in what is no module: each loop goes on through what came.
(module
  (memory (export "memory") 1)
  ;; How many numbers an instruction names, from 0x02 on: blocks, branches, calls, locals and globals, memory, constants.
  (data (i32.const 1538) "\01\01\01\00\00\00\00\00\00\00\01\01\00\00\01\02\00\00\00\00\00\00\00\00\00\00\00\00\00\00\01\01\01\01\01\00\00\00\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01\01")
  (data (i32.const 2045) "\08")
  ;; Where what is made is written.
  (global $at (mut i32) (i32.const 0))

  ;; Copies a number of a row, and says it.
  (func $copy (param $kind i32) (result i32)
    (local $value i32) (local $shift i32) (local $byte i32) (local $here i32)
    (local.set $here (i32.load (i32.shl (local.get $kind) (i32.const 2))))
    (loop $more
      (local.set $byte (i32.load8_u (local.get $here)))
      (i32.store8 (global.get $at) (local.get $byte))
      (local.set $here (i32.add (local.get $here) (i32.const 1)))
      (global.set $at (i32.add (global.get $at) (i32.const 1)))
      (local.set $value
        (i32.or (local.get $value)
          (i32.shl (i32.and (local.get $byte) (i32.const 127)) (local.get $shift))))
      (local.set $shift (i32.add (local.get $shift) (i32.const 7)))
      (br_if $more (i32.gt_u (local.get $byte) (i32.const 127))))
    (i32.store (i32.shl (local.get $kind) (i32.const 2)) (local.get $here))
    (local.get $value))

  ;; A length that is known only later has five bytes.
  (func $put (param $where i32) (param $length i32)
    (local $index i32)
    (loop $more
      (i32.store8 (i32.add (local.get $where) (local.get $index))
        (i32.or (i32.and (local.get $length) (i32.const 127)) (i32.const 128)))
      (local.set $length (i32.shr_u (local.get $length) (i32.const 7)))
      (local.set $index (i32.add (local.get $index) (i32.const 1)))
      (br_if $more (i32.lt_u (local.get $index) (i32.const 4))))
    (i32.store8 (i32.add (local.get $where) (i32.const 4)) (local.get $length)))

  ;; Moves so many bytes of a row as they stand.
  (func $move (param $kind i32) (param $length i32)
    (local $here i32)
    (local.set $here (i32.load (i32.shl (local.get $kind) (i32.const 2))))
    (block $done
      (loop $more
        (br_if $done (i32.eqz (local.get $length)))
        (i32.store8 (global.get $at) (i32.load8_u (local.get $here)))
        (local.set $here (i32.add (local.get $here) (i32.const 1)))
        (global.set $at (i32.add (global.get $at) (i32.const 1)))
        (local.set $length (i32.sub (local.get $length) (i32.const 1)))
        (br $more)))
    (i32.store (i32.shl (local.get $kind) (i32.const 2)) (local.get $here)))

  ;; Where what was made begins.
  (func (export "joined") (result i32)
    (local $length i32)
    (local $code i32) (local $count i32) (local $kind i32) (local $begin i32) (local $left i32) (local $from i32)
    (local $next i32) (local $place i32) (local $depth i32) (local $row i32) (local $here i32) (local $byte i32)
    (local.set $length (i32.load (i32.const 2040)))
    ;; What is only read is overwritten.
    (global.set $at (i32.add (i32.const 2048) (local.get $length)))
    (drop (call $copy (i32.const 511)))
    (local.set $left (call $copy (i32.const 511)))
    (local.set $count (call $copy (i32.const 511)))
    (loop $rows
      (i32.store (local.get $kind) (call $copy (i32.const 511)))
      (local.set $kind (i32.add (local.get $kind) (i32.const 4)))
      (br_if $rows (i32.lt_u (local.get $kind) (i32.const 1536))))
    (global.set $at (i32.add (i32.const 2048) (local.get $length)))
    (call $move (i32.const 511) (local.get $left))
    (local.set $here (i32.load (i32.const 2044)))
    (local.set $kind (i32.const 0))
    (loop $rows
      (local.set $left (i32.load (local.get $kind)))
      (i32.store (local.get $kind) (local.get $here))
      (local.set $here (i32.add (local.get $here) (local.get $left)))
      (local.set $kind (i32.add (local.get $kind) (i32.const 4)))
      (br_if $rows (i32.lt_u (local.get $kind) (i32.const 1536))))
    (i32.store (i32.const 2044) (local.get $here))
    (local.set $from (local.get $here))
    ;; The section of the functions: what it is, its length, how many there are.
    (local.set $code (global.get $at))
    (i32.store8 (local.get $code) (i32.const 10))
    (call $put (i32.add (local.get $code) (i32.const 6)) (local.get $count))
    (global.set $at (i32.add (local.get $code) (i32.const 11)))
    (block $done
      (loop $functions
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (local.set $begin (global.get $at))
        (global.set $at (i32.add (global.get $at) (i32.const 5)))
        (local.set $left (i32.shl (call $copy (i32.const 0)) (i32.const 1)))
        (block $declared
          (loop $groups
            (br_if $declared (i32.eqz (local.get $left)))
            (drop (call $copy (i32.const 0)))
            (local.set $left (i32.sub (local.get $left) (i32.const 1)))
            (br $groups)))
        (local.set $next (i32.load (i32.const 4)))
        (local.set $place (global.get $at))
        (local.set $depth (i32.const 1))
        (loop $instructions
          (local.set $kind (i32.load8_u (local.get $next)))
          (local.set $next (i32.add (local.get $next) (i32.const 1)))
          (i32.store8 (local.get $place) (local.get $kind))
          (local.set $place (i32.add (local.get $place) (i32.const 1)))
          (local.set $left (i32.load8_u offset=1536 (local.get $kind)))
          ;; A table of branches says how many it has, and has one more.
          (if (i32.eq (local.get $kind) (i32.const 0x0e))
            (then
              (global.set $at (local.get $place))
              (local.set $left (i32.add (call $copy (local.get $kind)) (i32.const 1)))
              (local.set $place (global.get $at))))
          (block $taken
            (if (local.get $left)
              (then
                ;; An access says how it is aligned, too: not at all.
                (if (i32.lt_u (i32.sub (local.get $kind) (i32.const 0x28)) (i32.const 0x17))
                  (then
                    (i32.store8 (local.get $place) (i32.const 0))
                    (local.set $place (i32.add (local.get $place) (i32.const 1))))
                  (else
                    (local.set $depth (i32.add (local.get $depth) (i32.lt_u (local.get $kind) (i32.const 5))))))
                ;; Constants stand apart by what is done with them next.
                (local.set $row
                  (i32.shl
                    (if (result i32) (i32.eq (local.get $kind) (i32.const 0x41))
                      (then (i32.add (i32.const 0xc0) (i32.load8_u (local.get $next))))
                      (else (local.get $kind)))
                    (i32.const 2)))
                (local.set $here (i32.load (local.get $row)))
                (loop $named
                  (local.set $byte (i32.load8_u (local.get $here)))
                  (i32.store8 (local.get $place) (local.get $byte))
                  (local.set $here (i32.add (local.get $here) (i32.const 1)))
                  (local.set $place (i32.add (local.get $place) (i32.const 1)))
                  (local.set $left (i32.sub (local.get $left) (i32.lt_u (local.get $byte) (i32.const 128))))
                  (br_if $named (local.get $left)))
                (i32.store (local.get $row) (local.get $here))
                (br $taken)))
            (if (i32.eq (local.get $kind) (i32.const 0x0b))
              (then
                (local.set $depth (i32.sub (local.get $depth) (i32.const 1)))
                (br $taken)))
            ;; A number with a point, of four bytes or of eight.
            (br_if $taken (i32.ne (i32.or (i32.sub (local.get $kind) (i32.const 0x43)) (i32.const 1)) (i32.const 1)))
            (global.set $at (local.get $place))
            (call $move (local.get $kind) (i32.shl (i32.sub (local.get $kind) (i32.const 0x42)) (i32.const 2)))
            (local.set $place (global.get $at)))
          (br_if $instructions (local.get $depth)))
        (i32.store (i32.const 4) (local.get $next))
        (global.set $at (local.get $place))
        (call $put (local.get $begin)
          (i32.sub (i32.sub (global.get $at) (local.get $begin)) (i32.const 5)))
        (br $functions)))
    (call $put (i32.add (local.get $code) (i32.const 1))
      (i32.sub (i32.sub (global.get $at) (local.get $code)) (i32.const 6)))
    (call $move (i32.const 511) (i32.sub (i32.add (local.get $length) (i32.const 2048)) (local.get $from)))
    (i32.add (i32.const 2048) (local.get $length)))

  ;; How long it is, once it is made.
  (func (export "length") (result i32)
    (i32.sub (global.get $at) (i32.add (i32.const 2048) (i32.load (i32.const 2040))))))
