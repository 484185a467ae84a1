;; The part of the program that is split off asks for itself to be loaded when it is first called. The page does not call
;; it before it is there (src/page/rest.rs), so the answer is: it is here.
(module
  (type $hear (func (param i32 i32)))
  (import "opening" "__indirect_function_table" (table 0 funcref))
  (func (export "__wasm_split_load_rest") (param $hear i32) (param $with i32)
    (call_indirect (type $hear) (local.get $with) (i32.const 1) (local.get $hear))))
