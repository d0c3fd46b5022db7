/// The order of the spellings in the file: those with the same consonants side by side, each followed by its parts.
///
/// A query looks at spellings of like consonants together. Side by side they come out of memory together, and to wait for
/// memory is most of the work of a query.
struct FormOrder {
    /// By the number that the builder gave.
    private(set) var newNumber: [UInt32]
    /// By the number in the file.
    private(set) var oldNumber: [UInt32] = []

    /// O(n log n) in the spellings.
    init(_ builder: IndexBuilder) {
        let forms = builder.forms
        var wholes: [(core: UInt64, full: UInt64, number: UInt32)] = []
        wholes.reserveCapacity(forms.count)
        for number in forms.indices where forms[number].flags & FormRecord.part == 0 {
            wholes.append(
                (builder.skeleton(forms[number]).bits, builder.fullSkeleton(forms[number]).bits, UInt32(number)))
        }
        wholes.sort { ($0.core, $0.full, $0.number) < ($1.core, $1.full, $1.number) }
        oldNumber.reserveCapacity(forms.count)
        for whole in wholes {
            var number = Int(whole.number)
            repeat {
                oldNumber.append(UInt32(number))
                number += 1
            } while number < forms.count && forms[number].flags & FormRecord.part != 0
        }
        newNumber = [UInt32](repeating: 0, count: forms.count)
        for (new, old) in oldNumber.enumerated() { newNumber[Int(old)] = UInt32(new) }
    }
}

extension IndexBuilder {
    /// Brings the spellings, their signatures and their sounds into that order.
    func putForms(in order: FormOrder) {
        var sorted: [FormRecord] = []
        sorted.reserveCapacity(forms.count + 1)
        var sortedSounds: [UInt8] = []
        sortedSounds.reserveCapacity(sounds.count)
        for old in order.oldNumber {
            var form = forms[Int(old)]
            let start = Int(form.offset)
            let hasCore = form.flags & FormRecord.coreIsFull == 0
            let count = Int(form.letterCount) + Int(form.fullCount) + (hasCore ? Int(form.coreCount) : 0)
            form.offset = UInt32(sortedSounds.count)
            sortedSounds += sounds[start..<(start + count)]
            if form.flags & FormRecord.part != 0 { form.firstName = order.newNumber[Int(form.firstName)] }
            sorted.append(form)
        }
        forms = sorted
        sounds = sortedSounds
        signatures = order.oldNumber.map { signatures[Int($0)] }
        for name in nameForms.indices where nameForms[name] != Self.noForm {
            nameForms[name] = order.newNumber[Int(nameForms[name])]
        }
    }
}
