import Control
import Rows

extension JSONWriter {
    mutating func method(_ method: Method) {
        object { json in
            json.key("name")
            json.string(method.name)
            json.key("version")
            json.integer(method.version)
            json.key("parameters")
            json.object { json in
                for parameter in method.parameters {
                    json.key(parameter.name)
                    json.string(parameter.value)
                }
            }
        }
    }
}
