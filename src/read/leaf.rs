//! Reads what is not made of parts of the model's own.

use super::{Json, Node, Read, Reader};

impl Read for String {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        reader.text(node, "a string").to_owned()
    }
}

impl Read for bool {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        if let Json::Flag(flag) = &node.value {
            return *flag;
        }
        reader.refuse_type(node, "a boolean");
        false
    }
}

impl Read for i64 {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        reader.whole(node, Self::MIN, Self::MAX, "i64")
    }
}

macro_rules! narrow {
    ($($type:ident),*) => {$(
        impl Read for $type {
            fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
                let whole =
                    reader.whole(node, i64::from(Self::MIN), i64::from(Self::MAX), stringify!($type));
                // The reader has held it to the type's own bounds.
                Self::try_from(whole).unwrap_or_default()
            }
        }
    )*};
}

narrow!(u8, u16, i16, u32);

impl<T: Read> Read for Option<T> {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        match node.value {
            Json::Absent | Json::Null => None,
            _ => Some(T::read(node, reader)),
        }
    }
}

impl<T: Read> Read for Box<T> {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        Self::new(T::read(node, reader))
    }
}

impl<T: Read> Read for std::sync::Arc<T> {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        Self::new(T::read(node, reader))
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let items = reader.list(node);
        let mut list = Self::with_capacity(items.len());
        for item in items {
            list.push(T::read(item, reader));
        }
        list
    }
}
